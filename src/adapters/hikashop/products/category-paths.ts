import type { HikashopSql } from '../tables.ts';

/** Paths of categories below the products' root, from the root down. */
export interface Paths {
  of(category: number | null): readonly string[];
  /** Of the category that a product was put into first. */
  ofProduct(product: number): readonly string[];
}

interface Row {
  readonly id: number;
  readonly parent: number;
  readonly name: string;
}

const MOST_LEVELS = 100;

export async function createPaths(
  sql: HikashopSql,
  root: number,
  products: readonly number[],
): Promise<Paths> {
  const rows = await sql
    .selectFrom('hikashop_category')
    .select(['category_id as id', 'category_parent_id as parent', 'category_name as name'])
    .where('category_type', '=', 'product')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const links = products.length === 0 ? [] : await firstLinks(sql, products);
  const categories = new Map(links.toReversed().map(({ product, category }) => [product, category]));
  const of = (category: number | null): readonly string[] => pathOf(byId, root, category ?? root);
  return { of, ofProduct: (product) => of(categories.get(product) ?? null) };
}

const firstLinks = (sql: HikashopSql, products: readonly number[]) =>
  sql
    .selectFrom('hikashop_product_category')
    .select(['product_id as product', 'category_id as category'])
    .where('product_id', 'in', products)
    .orderBy('product_category_id')
    .execute();

function pathOf(rows: ReadonlyMap<number, Row>, root: number, category: number): readonly string[] {
  const names: string[] = [];
  for (let id = category; id !== root && names.length < MOST_LEVELS; ) {
    const row = rows.get(id);
    if (!row) return [];
    names.unshift(row.name);
    id = row.parent;
  }
  return names;
}
