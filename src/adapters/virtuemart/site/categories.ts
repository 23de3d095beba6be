import { fail } from '../../../domain/error.ts';
import type { VirtuemartSql } from '../tables.ts';

/** The parent of categories at the top: VirtueMart has no category there. */
export const TOP = 0;

/** The category of that name below another one; of several the oldest. */
export async function findCategory(
  sql: VirtuemartSql,
  parent: number,
  name: string,
): Promise<number | undefined> {
  const rows = await childrenOf(sql, parent).where('text.category_name', '=', name).execute();
  // The database finds « Été » for "ete".
  return rows.find((row) => row.name.trim() === name.trim())?.id;
}

const childrenOf = (sql: VirtuemartSql, parent: number) =>
  sql
    .selectFrom('virtuemart_category_categories as link')
    .innerJoin('virtuemart_categories_lang as text', 'text.virtuemart_category_id', 'link.category_child_id')
    .select(['link.category_child_id as id', 'text.category_name as name'])
    .where('link.category_parent_id', '=', parent)
    .orderBy('link.category_child_id');

/**
 * The category of products that come without one: in none at all they would be visible nowhere. Rejects with
 * `cms_setting_needed`, `cms_setting_unknown`.
 */
export async function readDefaultCategory(
  sql: VirtuemartSql,
  path: readonly string[] | undefined,
): Promise<number> {
  const field = 'cms.defaultCategory';
  if (path === undefined || path.length === 0) {
    const top = await namesBelow(sql, TOP);
    throw fail('cms_setting_needed', { field, expected: JSON.stringify([top[0] ?? 'Divers']) });
  }
  let category = TOP;
  for (const name of path) {
    const found = await findCategory(sql, category, name);
    if (found === undefined) {
      const expected = (await namesBelow(sql, category)).join(', ');
      throw fail('cms_setting_unknown', { field, value: path.join(' > '), expected });
    }
    category = found;
  }
  return category;
}

const namesBelow = async (sql: VirtuemartSql, parent: number): Promise<readonly string[]> =>
  (await childrenOf(sql, parent).execute()).map(({ name }) => name);
