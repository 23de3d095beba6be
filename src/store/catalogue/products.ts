import type { CatalogueProduct, ProductQuery } from '../../shop/catalogue.ts';
import type { Page } from '../../shop/pages.ts';
import type { Database } from '../database.ts';
import { readProductsById, type StoredProduct } from '../products/read.ts';
import { placeOf, readKeys } from './product-keys.ts';

const FIND = 'SELECT id FROM product WHERE reference = $1';

export async function readProductPage(
  database: Database,
  query: ProductQuery,
): Promise<Page<CatalogueProduct>> {
  // One more tells whether anything follows.
  const keys = await readKeys(database.read, { ...query, limit: query.limit + 1 });
  const shown = keys.slice(0, query.limit);
  const last = keys.length > query.limit ? shown.at(-1) : undefined;
  const ids = shown.map(({ id }) => id);
  const stored = await database.snapshot((sql) => readProductsById(sql, ids));
  return { items: stored.map(catalogueProduct), next: last && placeOf(query, last) };
}

export const readCatalogueProduct = (
  database: Database,
  reference: string,
): Promise<CatalogueProduct | undefined> =>
  database.snapshot(async (sql) => {
    const found = await sql.get<{ id: number }>(FIND, [reference]);
    const [stored] = found ? await readProductsById(sql, [found.id]) : [];
    return stored && catalogueProduct(stored);
  });

const catalogueProduct = ({
  product,
  categoryId,
  createdAt,
  updatedAt,
}: StoredProduct): CatalogueProduct => ({
  ...product,
  ...(categoryId !== null && { categoryId: String(categoryId) }),
  createdAt,
  updatedAt,
});
