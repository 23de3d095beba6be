import { fail } from '../../../domain/error.ts';
import { PRICE_LEVELS, type PriceLevel } from '../../../domain/product.ts';
import { createRemembered } from '../../mysql/remembered.ts';
import type { CmsSettings } from '../../settings.ts';
import type { VirtuemartSql } from '../tables.ts';

/** VirtueMart's groups of shoppers, by name in any case. */
export interface Groups {
  idOf(sql: VirtuemartSql, name: string): Promise<number | undefined>;
  nameOf(sql: VirtuemartSql, id: number): Promise<string | undefined>;
  names(sql: VirtuemartSql): Promise<readonly string[]>;
}

const folded = (name: string): string => name.trim().toLowerCase();

export function createGroups(vendor: number): Groups {
  const remembered = createRemembered((sql: VirtuemartSql) => readNames(sql, vendor));
  return {
    idOf: (sql, name) =>
      remembered.find(sql, (groups) => groups.find(([, known]) => folded(known) === folded(name))?.[0]),
    nameOf: (sql, id) => remembered.find(sql, (groups) => groups.find(([known]) => known === id)?.[1]),
    names: async (sql) => (await remembered.get(sql)).map(([, name]) => name),
  };
}

async function readNames(
  sql: VirtuemartSql,
  vendor: number,
): Promise<readonly (readonly [id: number, name: string])[]> {
  const rows = await sql
    .selectFrom('virtuemart_shoppergroups')
    .select(['virtuemart_shoppergroup_id as id', 'shopper_group_name as name'])
    .where((is) => is.or([is('virtuemart_vendor_id', '=', vendor), is('shared', '=', 1)]))
    .orderBy('virtuemart_shoppergroup_id')
    .execute();
  return rows.map(({ id, name }) => [id, name ?? '']);
}

/** The groups of the price levels. Rejects with `cms_setting_unknown`. */
export async function readLevels(
  sql: VirtuemartSql,
  groups: Groups,
  { priceLevels = {} }: CmsSettings,
): Promise<ReadonlyMap<PriceLevel, number>> {
  const levels = new Map<PriceLevel, number>();
  for (const level of PRICE_LEVELS) {
    const name = priceLevels[level];
    if (name !== undefined)
      levels.set(level, await requireGroup(sql, groups, { field: `cms.priceLevels.${level}`, name }));
  }
  return levels;
}

/** The groups that the ERP may put customers into, by name in small letters. Rejects with `cms_setting_unknown`. */
export async function readCustomerGroups(
  sql: VirtuemartSql,
  groups: Groups,
  { customerGroups = [] }: CmsSettings,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const name of customerGroups)
    found.set(folded(name), await requireGroup(sql, groups, { field: 'cms.customerGroups', name }));
  return found;
}

async function requireGroup(
  sql: VirtuemartSql,
  groups: Groups,
  { field, name }: { readonly field: string; readonly name: string },
): Promise<number> {
  const id = await groups.idOf(sql, name);
  if (id !== undefined) return id;
  throw fail('cms_setting_unknown', { field, value: name, expected: (await groups.names(sql)).join(', ') });
}
