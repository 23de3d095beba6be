import { randomInt } from 'node:crypto';
import { sql as raw } from 'kysely';
import { aliasFrom } from '../../side/alias.ts';
import { type CategoryChange, categoryLinks } from '../../side/category-links.ts';
import { holdLock } from '../../side/locks.ts';
import { misplaced, type TreeNode } from '../../side/nested-set.ts';
import { findCategory } from '../site/categories.ts';
import type { Site } from '../site/site.ts';
import { type HikashopSql, sideOf } from '../tables.ts';

export interface CategoryContext {
  readonly site: Site;
  /** Unix seconds. */
  readonly now: number;
}

/** The category at the end of `path`, created where missing; `null` for the empty path. */
export async function categoryIdFromPath(
  sql: HikashopSql,
  path: readonly string[],
  context: CategoryContext,
): Promise<number | null> {
  if (path.length === 0) return null;
  const { id, missing } = await followPath(sql, path, context.site.root);
  if (missing.length === 0) return id;
  // Whoever else was making the same one has made it now.
  await holdLock(sideOf(sql), 'categories');
  let { id: category, missing: names } = await followPath(sql, path, context.site.root);
  for (const name of names) category = await addCategory(sql, { parent: category, name }, context);
  if (names.length > 0) await repairTree(sql);
  return category;
}

/** How far a path leads, and what is missing behind it. */
async function followPath(
  sql: HikashopSql,
  path: readonly string[],
  root: number,
): Promise<{ id: number; missing: readonly string[] }> {
  let id = root;
  for (const [index, name] of path.entries()) {
    const found = await findCategory(sql, id, name);
    if (found === undefined) return { id, missing: path.slice(index) };
    id = found;
  }
  return { id, missing: [] };
}

async function addCategory(
  sql: HikashopSql,
  { parent, name }: { readonly parent: number; readonly name: string },
  { site, now }: CategoryContext,
): Promise<number> {
  const siblings = await sql
    .selectFrom('hikashop_category')
    .select(raw<number | null>`MAX(category_ordering)`.as('last'))
    .where('category_parent_id', '=', parent)
    .executeTakeFirst();
  const { insertId } = await sql
    .insertInto('hikashop_category')
    .values({
      category_parent_id: parent,
      category_type: 'product',
      category_name: name,
      category_description: '',
      category_published: 1,
      category_ordering: (siblings?.last ?? 0) + 1,
      // Behind everything, until the tree is put in order.
      category_left: 4_294_967_295,
      // As HikaShop makes it.
      category_namekey: `product_${now}_${randomInt(2 ** 31)}`,
      category_created: now,
      category_modified: now,
      category_keywords: '',
      category_meta_description: '',
      category_alias: site.fillsAlias ? aliasFrom(name) : '',
    })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** As many rows as one statement takes. */
const BATCH = 200;

/** The nested set as it has to be, also where somebody else had broken it. */
async function repairTree(sql: HikashopSql): Promise<void> {
  const nodes = await readTree(sql);
  const wrong = misplaced(nodes);
  for (let start = 0; start < wrong.length; start += BATCH) {
    const rows = wrong
      .slice(start, start + BATCH)
      .map(
        ({ id, left, right, depth }) => raw`SELECT ${id} AS id, ${left} AS l, ${right} AS r, ${depth} AS d`,
      );
    await raw`UPDATE ${raw.table('hikashop_category')} AS category
      JOIN (${raw.join(rows, raw` UNION ALL `)}) AS place ON place.id = category.category_id
      SET category.category_left = place.l, category.category_right = place.r, category.category_depth = place.d`.execute(
      sql,
    );
  }
}

export const readTree = (sql: HikashopSql): Promise<readonly TreeNode[]> =>
  sql
    .selectFrom('hikashop_category')
    .select([
      'category_id as id',
      'category_parent_id as parent',
      'category_left as left',
      'category_right as right',
      'category_depth as depth',
    ])
    .orderBy('category_id')
    .execute();

/** Puts a product into its categories, and out of those that it leaves: see categoryLinks. True when anything changed. */
export async function linkCategory(
  sql: HikashopSql,
  product: number,
  change: CategoryChange,
): Promise<boolean> {
  const links = await sql
    .selectFrom('hikashop_product_category')
    .select('category_id as category')
    .where('product_id', '=', product)
    .execute();
  const { leaving, joining } = categoryLinks(
    links.map(({ category }) => category),
    change,
  );
  for (const category of leaving) await removeLink(sql, product, category);
  if (joining !== undefined) await addLink(sql, product, joining);
  return joining !== undefined || leaving.length > 0;
}

const removeLink = (sql: HikashopSql, product: number, category: number) =>
  sql
    .deleteFrom('hikashop_product_category')
    .where('product_id', '=', product)
    .where('category_id', '=', category)
    .execute();

async function addLink(sql: HikashopSql, product: number, category: number): Promise<void> {
  await raw`INSERT INTO ${raw.table('hikashop_product_category')} (category_id, product_id, ordering)
    SELECT ${category}, ${product}, COALESCE(MAX(ordering), 0) + 1 FROM ${raw.table('hikashop_product_category')}
    WHERE category_id = ${category}`.execute(sql);
}

export const unlinkCategories = (sql: HikashopSql, product: number) =>
  sql.deleteFrom('hikashop_product_category').where('product_id', '=', product).execute();
