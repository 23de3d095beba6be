import { sql as raw } from 'kysely';
import { defined } from '../../../domain/optional.ts';
import type { Product, ProductKind } from '../../../domain/product.ts';
import type { Page } from '../../../store/pages.ts';
import { NO_EXTRAS, parseExtras } from '../../side/extras.ts';
import { readGroupPrices } from '../../side/group-prices.ts';
import { byReference, folded } from '../../side/references.ts';
import { sideImage } from '../../side/side-rows.ts';
import { type KeyRange, readByKind } from '../../side/stable-list.ts';
import type { HikashopContext } from '../context.ts';
import type { Site } from '../site/site.ts';
import type { HikashopSql } from '../tables.ts';
import { createPaths, type Paths } from './category-paths.ts';
import { readAxes } from './characteristics.ts';
import { fieldsOf } from './fields.ts';
import { recordsOf, typeOf } from './lists.ts';
import { byAccess, type PriceRow, priceGroups, readPrices } from './prices.ts';
import { kindOf, type ProductRow, type StoredProduct, selectProducts, withSides } from './rows.ts';

export const readProduct = (
  { database, site }: HikashopContext,
  reference: string,
): Promise<Product | undefined> =>
  database.snapshot(async (sql) => {
    const rows = await selectProducts(sql).where('product_code', '=', reference).execute();
    const row = byReference([reference], rows).get(folded(reference));
    return row && (await productsOf(sql, site, [row]))[0];
  });

/** Parents before their variants. */
export const readProducts = ({ database, site }: HikashopContext): AsyncGenerator<readonly Product[]> =>
  readByKind({
    newest: (kind) => recordsOf(database.read, kind).newest(),
    page: (kind, range) => database.snapshot((sql) => readPage(sql, site, { kind, ...range })),
  });

async function readPage(
  sql: HikashopSql,
  site: Site,
  { kind, after, newest, limit }: KeyRange & { readonly kind: ProductKind },
): Promise<Page<Product, number>> {
  const rows = await selectProducts(sql)
    .where('product_type', '=', typeOf(kind))
    .where('product_id', '>', after)
    .where('product_id', '<=', newest)
    .orderBy('product_id')
    .limit(raw.lit(limit))
    .execute();
  return { items: await productsOf(sql, site, rows), last: rows.at(-1)?.id };
}

async function productsOf(
  sql: HikashopSql,
  site: Site,
  rows: readonly ProductRow[],
): Promise<readonly Product[]> {
  const ids = rows.map(({ id }) => id);
  const parts: Parts = {
    site,
    prices: await readPrices(sql, site.currency, ids),
    axes: await readAxes(sql, ids),
    paths: await createPaths(sql, site.root, ids),
    parents: await readParents(sql, rows),
  };
  const products: Product[] = [];
  for (const stored of await withSides(sql, rows)) products.push(await productOf(sql, stored, parts));
  return products;
}

interface Parts {
  readonly site: Site;
  readonly prices: readonly PriceRow[];
  readonly axes: Awaited<ReturnType<typeof readAxes>>;
  readonly paths: Paths;
  /** References of products that are parents, by id. */
  readonly parents: ReadonlyMap<number, string>;
}

async function readParents(
  sql: HikashopSql,
  rows: readonly ProductRow[],
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(rows.map(({ product_parent_id }) => product_parent_id).filter((id) => id !== 0))];
  if (ids.length === 0) return new Map();
  const parents = await selectProducts(sql).where('product_id', 'in', ids).execute();
  return new Map(parents.map(({ id, reference }) => [id, reference]));
}

async function productOf(
  sql: HikashopSql,
  stored: StoredProduct,
  { site, prices, axes, paths, parents }: Parts,
): Promise<Product> {
  const { row, reference, side } = stored;
  const kind = kindOf(row);
  const own = byAccess(prices, row.id);
  const extras = side ? parseExtras(side.extras) : NO_EXTRAS;
  const parent = parents.get(row.product_parent_id) ?? side?.parent_reference ?? undefined;
  const taxRate = row.product_tax_id === 0 ? undefined : await site.taxes.rateOf(sql, row.product_tax_id);
  return {
    id: String(row.id),
    reference,
    kind,
    ...(kind === 'variant' && defined({ parent })),
    fields: { ...fieldsOf(stored), ...defined({ netPrice: own.get('all')?.value, taxRate }) },
    categoryPath: side?.category_id ? paths.of(side.category_id) : paths.ofProduct(row.id),
    axes: kind === 'variant' ? (axes.get(row.id) ?? []) : [],
    translations: extras.translations,
    ...(await readGroupPrices(priceGroups(sql, site), own, extras.categoryPrices)),
    customFields: extras.customFields,
    ...sideImage(side),
  };
}
