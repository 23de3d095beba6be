import { sql as raw } from 'kysely';
import { defined } from '../../../domain/optional.ts';
import type { Product, ProductKind } from '../../../domain/product.ts';
import type { Page } from '../../../store/pages.ts';
import { NO_EXTRAS, parseExtras } from '../../side/extras.ts';
import { readGroupPrices } from '../../side/group-prices.ts';
import { byReference, folded } from '../../side/references.ts';
import { sideImage } from '../../side/side-rows.ts';
import { type KeyRange, readByKind } from '../../side/stable-list.ts';
import type { VirtuemartContext } from '../context.ts';
import type { Site } from '../site/site.ts';
import type { VirtuemartSql } from '../tables.ts';
import { createPaths, type Paths } from './category-paths.ts';
import { readAxes } from './characteristics.ts';
import { fieldsOf } from './fields.ts';
import { ofKind, recordsOf } from './lists.ts';
import { byGroup, EVERYBODY, type PriceRow, priceGroups, readPrices } from './prices.ts';
import { kindOf, type ProductRow, type StoredProduct, selectProducts, withSides } from './rows.ts';
import { rateOf } from './tax.ts';
import { readTranslations } from './translations.ts';

/** Of several with the reference the oldest. */
export const readProduct = (
  { database, site }: VirtuemartContext,
  reference: string,
): Promise<Product | undefined> =>
  database.snapshot(async (sql) => {
    const rows = await selectProducts(sql, site.vendor)
      .where('product_sku', '=', reference)
      .orderBy('product.virtuemart_product_id', 'desc')
      .execute();
    const row = byReference([reference], rows).get(folded(reference));
    return row && (await productsOf(sql, site, [row]))[0];
  });

/** Parents before their variants. */
export const readProducts = ({ database, site }: VirtuemartContext): AsyncGenerator<readonly Product[]> =>
  readByKind({
    newest: (kind) => recordsOf(database.read, { vendor: site.vendor, kind }).newest(),
    page: (kind, range) => database.snapshot((sql) => readPage(sql, site, { kind, ...range })),
  });

async function readPage(
  sql: VirtuemartSql,
  site: Site,
  { kind, after, newest, limit }: KeyRange & { readonly kind: ProductKind },
): Promise<Page<Product, number>> {
  const rows = await selectProducts(sql, site.vendor)
    .where('product_sku', '!=', '')
    .where(ofKind(kind))
    .where('product.virtuemart_product_id', '>', after)
    .where('product.virtuemart_product_id', '<=', newest)
    .orderBy('product.virtuemart_product_id')
    .limit(raw.lit(limit))
    .execute();
  return { items: await productsOf(sql, site, rows), last: rows.at(-1)?.id };
}

async function productsOf(
  sql: VirtuemartSql,
  site: Site,
  rows: readonly ProductRow[],
): Promise<readonly Product[]> {
  const ids = rows.map(({ id }) => id);
  const stored = await withSides(sql, rows);
  const parentIds = [...new Set(rows.map((row) => row.product_parent_id).filter((id) => id !== 0))];
  const parts: Parts = {
    sql,
    site,
    prices: await readPrices(sql, site.currency, [...ids, ...parentIds]),
    axes: await readAxes(sql, stored),
    paths: await createPaths(sql, site.defaultCategory, ids),
    parents: await readReferences(sql, parentIds),
    translations: await readTranslations(sql, site.languages, ids),
  };
  const products: Product[] = [];
  for (const one of stored) products.push(await productOf(one, parts));
  return products;
}

interface Parts {
  readonly sql: VirtuemartSql;
  readonly site: Site;
  readonly prices: readonly PriceRow[];
  readonly axes: Awaited<ReturnType<typeof readAxes>>;
  readonly paths: Paths;
  /** References of products that are parents, by id. */
  readonly parents: ReadonlyMap<number, string>;
  readonly translations: Awaited<ReturnType<typeof readTranslations>>;
}

async function readReferences(
  sql: VirtuemartSql,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .selectFrom('virtuemart_products')
    .select(['virtuemart_product_id as id', 'product_sku as reference'])
    .where('virtuemart_product_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, reference }) => [id, reference ?? '']));
}

async function productOf(stored: StoredProduct, parts: Parts): Promise<Product> {
  const { row, reference, side } = stored;
  const { sql, site, prices, paths } = parts;
  const kind = kindOf(stored);
  const own = byGroup(prices, row.id);
  const extras = side ? parseExtras(side.extras) : NO_EXTRAS;
  const parent = parts.parents.get(row.product_parent_id) ?? side?.parent_reference ?? undefined;
  const { taxRate: _, ...fields } = fieldsOf(stored);
  const taxRate = await rateOf(sql, site, {
    side,
    prices: own,
    parent: byGroup(prices, row.product_parent_id),
  });
  return {
    id: String(row.id),
    reference,
    kind,
    ...(kind === 'variant' && defined({ parent })),
    fields: { ...fields, ...defined({ netPrice: own.get(EVERYBODY)?.value, taxRate }) },
    categoryPath: side?.category_id ? paths.of(side.category_id) : paths.ofProduct(row.id),
    axes: kind === 'variant' ? (parts.axes.get(row.id) ?? []) : [],
    translations: { ...extras.translations, ...parts.translations.get(row.id) },
    ...(await readGroupPrices(priceGroups(sql, site), own, extras.categoryPrices)),
    customFields: extras.customFields,
    ...sideImage(side),
  };
}
