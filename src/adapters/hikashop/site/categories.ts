import { fail } from '../../../domain/error.ts';
import type { HikashopSql } from '../tables.ts';

/** The top of the products' categories. Rejects with `cms_incomplete`. */
export async function readRoot(sql: HikashopSql): Promise<number> {
  const root = await sql
    .selectFrom('hikashop_category as category')
    .innerJoin('hikashop_category as above', 'above.category_id', 'category.category_parent_id')
    .select('category.category_id as id')
    .where('category.category_type', '=', 'product')
    .where('above.category_type', '=', 'root')
    .orderBy('category.category_id')
    .executeTakeFirst();
  if (root) return root.id;
  throw fail('cms_incomplete', { value: 'category_type = product' });
}

/** The category of that name below another one; of several the oldest. */
export async function findCategory(
  sql: HikashopSql,
  parent: number,
  name: string,
): Promise<number | undefined> {
  const found = await sql
    .selectFrom('hikashop_category')
    .select('category_id as id')
    .where('category_parent_id', '=', parent)
    .where('category_type', '=', 'product')
    .where('category_name', '=', name)
    .orderBy('category_id')
    .executeTakeFirst();
  return found?.id;
}

/** The category of the setting, else the top. Rejects with `cms_setting_unknown`. */
export async function readDefaultCategory(
  sql: HikashopSql,
  root: number,
  path: readonly string[] = [],
): Promise<number> {
  let category = root;
  for (const name of path) {
    const found = await findCategory(sql, category, name);
    if (found === undefined) {
      const value = path.join(' > ');
      throw fail('cms_setting_unknown', {
        field: 'cms.defaultCategory',
        value,
        expected: await namesBelow(sql, category),
      });
    }
    category = found;
  }
  return category;
}

async function namesBelow(sql: HikashopSql, parent: number): Promise<string> {
  const rows = await sql
    .selectFrom('hikashop_category')
    .select('category_name as name')
    .where('category_parent_id', '=', parent)
    .where('category_type', '=', 'product')
    .orderBy('category_left')
    .execute();
  return rows.map(({ name }) => name).join(', ');
}
