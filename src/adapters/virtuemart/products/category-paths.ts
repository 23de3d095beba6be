import { TOP } from '../site/categories.ts';
import type { VirtuemartSql } from '../tables.ts';

/** Paths of categories, from the top down. */
export interface Paths {
  of(category: number | null): readonly string[];
  /** Of the category that a product was put into first; the default one is none that anybody chose. */
  ofProduct(product: number): readonly string[];
}

interface Row {
  readonly id: number;
  readonly parent: number;
  readonly name: string;
}

const MOST_LEVELS = 100;

export async function createPaths(
  sql: VirtuemartSql,
  defaultCategory: number,
  products: readonly number[],
): Promise<Paths> {
  const rows = await sql
    .selectFrom('virtuemart_category_categories as link')
    .innerJoin('virtuemart_categories_lang as text', 'text.virtuemart_category_id', 'link.category_child_id')
    .select(['category_child_id as id', 'category_parent_id as parent', 'category_name as name'])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const links = products.length === 0 ? [] : await firstLinks(sql, products);
  const categories = new Map(links.toReversed().map(({ product, category }) => [product, category]));
  const of = (category: number | null): readonly string[] => pathOf(byId, category ?? TOP);
  return {
    of,
    ofProduct(product) {
      const category = categories.get(product) ?? null;
      return category === defaultCategory ? [] : of(category);
    },
  };
}

const firstLinks = (sql: VirtuemartSql, products: readonly number[]) =>
  sql
    .selectFrom('virtuemart_product_categories')
    .select(['virtuemart_product_id as product', 'virtuemart_category_id as category'])
    .where('virtuemart_product_id', 'in', products)
    .orderBy('id')
    .execute();

function pathOf(rows: ReadonlyMap<number, Row>, category: number): readonly string[] {
  const names: string[] = [];
  for (let id = category; id !== TOP && names.length < MOST_LEVELS; ) {
    const row = rows.get(id);
    if (!row) return [];
    names.unshift(row.name);
    id = row.parent;
  }
  return names;
}
