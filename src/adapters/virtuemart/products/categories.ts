import { sql as raw } from 'kysely';
import { type CategoryChange, categoryLinks } from '../../side/category-links.ts';
import { holdLock } from '../../side/locks.ts';
import { findCategory, TOP } from '../site/categories.ts';
import type { Site } from '../site/site.ts';
import { sideOf, type VirtuemartSql } from '../tables.ts';
import { freeSlug } from './texts.ts';

export interface CategoryContext {
  readonly site: Site;
  /** In VirtueMart's words. */
  readonly now: string;
}

/** The category at the end of `path`, created where missing; `null` for the empty path. */
export async function categoryIdFromPath(
  sql: VirtuemartSql,
  path: readonly string[],
  context: CategoryContext,
): Promise<number | null> {
  if (path.length === 0) return null;
  const { id, missing } = await followPath(sql, path);
  if (missing.length === 0) return id;
  // Whoever else was making the same one has made it now.
  await holdLock(sideOf(sql), 'categories');
  let { id: category, missing: names } = await followPath(sql, path);
  for (const name of names) category = await addCategory(sql, { parent: category, name }, context);
  return category;
}

/** How far a path leads, and what is missing behind it. */
async function followPath(
  sql: VirtuemartSql,
  path: readonly string[],
): Promise<{ id: number; missing: readonly string[] }> {
  let id = TOP;
  for (const [index, name] of path.entries()) {
    const found = await findCategory(sql, id, name);
    if (found === undefined) return { id, missing: path.slice(index) };
    id = found;
  }
  return { id, missing: [] };
}

async function addCategory(
  sql: VirtuemartSql,
  { parent, name }: { readonly parent: number; readonly name: string },
  { site, now }: CategoryContext,
): Promise<number> {
  const siblings = await sql
    .selectFrom('virtuemart_category_categories')
    .select(raw<number | null>`MAX(ordering)`.as('last'))
    .where('category_parent_id', '=', parent)
    .executeTakeFirst();
  const ordering = (siblings?.last ?? 0) + 1;
  const { insertId } = await sql
    .insertInto('virtuemart_categories')
    .values({
      ...{ category_parent_id: parent, virtuemart_vendor_id: site.vendor, ordering, published: 1 },
      ...{ has_children: 0, created_on: now, modified_on: now },
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await sql
    .insertInto('virtuemart_category_categories')
    .values({ category_parent_id: parent, category_child_id: id, ordering })
    .execute();
  await sql
    .insertInto('virtuemart_categories_lang')
    .values({
      ...{ virtuemart_category_id: id, category_name: name, category_description: '' },
      slug: await freeSlug(sql, 'virtuemart_categories_lang', [name, `category-${id}`]),
    })
    .execute();
  // VirtueMart does not look for children where it knows that there are none.
  await sql
    .updateTable('virtuemart_categories')
    .set({ has_children: 1 })
    .where('virtuemart_category_id', '=', parent)
    .execute();
  return id;
}

/** Puts a product into its categories, and out of those that it leaves: see categoryLinks. True when anything changed. */
export async function linkCategory(
  sql: VirtuemartSql,
  product: number,
  change: CategoryChange,
): Promise<boolean> {
  const links = await sql
    .selectFrom('virtuemart_product_categories')
    .select('virtuemart_category_id as category')
    .where('virtuemart_product_id', '=', product)
    .execute();
  const { leaving, joining } = categoryLinks(
    links.map(({ category }) => category),
    change,
  );
  for (const category of leaving) await removeLink(sql, product, category);
  if (joining !== undefined) await addLink(sql, product, joining);
  return joining !== undefined || leaving.length > 0;
}

const removeLink = (sql: VirtuemartSql, product: number, category: number) =>
  sql
    .deleteFrom('virtuemart_product_categories')
    .where('virtuemart_product_id', '=', product)
    .where('virtuemart_category_id', '=', category)
    .execute();

async function addLink(sql: VirtuemartSql, product: number, category: number): Promise<void> {
  const table = raw.table('virtuemart_product_categories');
  await raw`INSERT INTO ${table} (virtuemart_product_id, virtuemart_category_id, ordering)
    SELECT ${product}, ${category}, COALESCE(MAX(ordering), 0) + 1 FROM ${table}
    WHERE virtuemart_category_id = ${category}`.execute(sql);
  await noteCategories(sql, product, 1);
}

/** VirtueMart does not look for categories where it knows that there are none. */
const noteCategories = (sql: VirtuemartSql, product: number, has_categories: 0 | 1) =>
  sql
    .updateTable('virtuemart_products')
    .set({ has_categories })
    .where('virtuemart_product_id', '=', product)
    .execute();

/** A variant is shown where its parent is. */
export async function unlinkCategories(sql: VirtuemartSql, product: number): Promise<void> {
  await sql
    .deleteFrom('virtuemart_product_categories')
    .where('virtuemart_product_id', '=', product)
    .execute();
  await noteCategories(sql, product, 0);
}
