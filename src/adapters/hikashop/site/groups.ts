import { fail } from '../../../domain/error.ts';
import { PRICE_LEVELS, type PriceLevel } from '../../../domain/product.ts';
import { createRemembered } from '../../mysql/remembered.ts';
import type { CmsSettings } from '../../settings.ts';
import type { HikashopSql } from '../tables.ts';

/** Joomla's user groups, by title in any case. */
export interface Groups {
  idOf(sql: HikashopSql, title: string): Promise<number | undefined>;
  titleOf(sql: HikashopSql, id: number): Promise<string | undefined>;
  titles(sql: HikashopSql): Promise<readonly string[]>;
}

const folded = (title: string): string => title.trim().toLowerCase();

export function createGroups(): Groups {
  const remembered = createRemembered(readTitles);
  return {
    idOf: (sql, title) =>
      remembered.find(sql, (titles) => titles.find(([, known]) => folded(known) === folded(title))?.[0]),
    titleOf: (sql, id) => remembered.find(sql, (titles) => titles.find(([known]) => known === id)?.[1]),
    titles: async (sql) => (await remembered.get(sql)).map(([, title]) => title),
  };
}

async function readTitles(sql: HikashopSql): Promise<readonly (readonly [id: number, title: string])[]> {
  const rows = await sql.selectFrom('usergroups').select(['id', 'title']).orderBy('id').execute();
  return rows.map(({ id, title }) => [id, title]);
}

/** The groups of the price levels. Rejects with `cms_setting_unknown`. */
export async function readLevels(
  sql: HikashopSql,
  groups: Groups,
  { priceLevels = {} }: CmsSettings,
): Promise<ReadonlyMap<PriceLevel, number>> {
  const levels = new Map<PriceLevel, number>();
  for (const level of PRICE_LEVELS) {
    const title = priceLevels[level];
    if (title !== undefined)
      levels.set(level, await requireGroup(sql, groups, { field: `cms.priceLevels.${level}`, title }));
  }
  return levels;
}

/**
 * The groups that the ERP may put customers into, by name in small letters. Rejects with `cms_setting_unknown`, and with
 * `cms_group_privileged` for a group that may do more than buy.
 */
export async function readCustomerGroups(
  sql: HikashopSql,
  groups: Groups,
  { customerGroups = [] }: CmsSettings,
): Promise<ReadonlyMap<string, number>> {
  const privileged = await privilegedGroups(sql);
  const found = new Map<string, number>();
  for (const title of customerGroups) {
    const field = 'cms.customerGroups';
    const id = await requireGroup(sql, groups, { field, title });
    if (privileged.has(id)) throw fail('cms_group_privileged', { field, value: title });
    found.set(folded(title), id);
  }
  return found;
}

/** Joomla's own groups of people who manage the site, whose ids are the same everywhere. */
const MANAGERS = [6, 7, 8];

/** Those, and the groups below them, which inherit their rights. */
async function privilegedGroups(sql: HikashopSql): Promise<ReadonlySet<number>> {
  const rows = await sql.selectFrom('usergroups').select(['id', 'parent_id as parent']).execute();
  const privileged = new Set(MANAGERS);
  for (let before = 0; before !== privileged.size; ) {
    before = privileged.size;
    for (const { id, parent } of rows) if (privileged.has(parent)) privileged.add(id);
  }
  return privileged;
}

async function requireGroup(
  sql: HikashopSql,
  groups: Groups,
  { field, title }: { readonly field: string; readonly title: string },
): Promise<number> {
  const id = await groups.idOf(sql, title);
  if (id !== undefined) return id;
  throw fail('cms_setting_unknown', { field, value: title, expected: (await groups.titles(sql)).join(', ') });
}
