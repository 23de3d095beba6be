import { sql as raw } from 'kysely';
import { ZERO } from '../../../domain/decimal.ts';
import { defined } from '../../../domain/optional.ts';
import type { Product } from '../../../domain/product.ts';
import { END_OF_LIST, type Page } from '../../../store/pages.ts';
import { folded } from '../../side/references.ts';
import { sideImage } from '../../side/side-rows.ts';
import { type KeyRange, readByKind } from '../../side/stable-list.ts';
import type { TheliaContext } from '../context.ts';
import type { Site } from '../site/site.ts';
import type { TheliaSql } from '../tables.ts';
import { createPaths, type Paths } from './category-paths.ts';
import type { TheliaExtras } from './extras.ts';
import { fieldsOf } from './fields.ts';
import { recordsOf, selectMainProducts, variantId } from './lists.ts';
import { readOffered } from './offered.ts';
import {
  findStored,
  type StoredProduct,
  type StoredVariant,
  selectProducts,
  storedProducts,
  storedVariant,
} from './rows.ts';
import { readTranslationRows, type TranslationRow, translationsOf } from './texts.ts';
import { stateOf } from './variant-state.ts';

export const readProduct = (
  { database, site }: TheliaContext,
  reference: string,
): Promise<Product | undefined> =>
  database.snapshot(async (sql) => {
    const language = site.languages.main;
    const stored = (await findStored(sql, [reference], { language, locked: false })).get(folded(reference));
    if (!stored) return undefined;
    const [product] = await (stored.kind === 'product'
      ? productsOf(sql, site, [stored])
      : variantsOf(sql, site, [stored]));
    return product;
  });

/** Parents before their variants. */
export const readProducts = ({ database, site }: TheliaContext): AsyncGenerator<readonly Product[]> =>
  readByKind({
    newest: (kind) => recordsOf(database.read, kind).newest(),
    page: (kind, range) =>
      database.snapshot((sql) =>
        kind === 'product' ? readProductPage(sql, site, range) : readVariantPage(sql, site, range),
      ),
  });

async function readProductPage(
  sql: TheliaSql,
  site: Site,
  { after, newest, limit }: KeyRange,
): Promise<Page<Product, number>> {
  const keys = await selectMainProducts(sql)
    .select('produit.id as id')
    .where('produit.id', '>', after)
    .where('produit.id', '<=', newest)
    .orderBy('produit.id')
    .limit(raw.lit(limit))
    .execute();
  const ids = keys.map(({ id }) => id);
  if (ids.length === 0) return END_OF_LIST;
  const rows = await selectProducts(sql, site.languages.main)
    .where('produit.id', 'in', ids)
    .orderBy('produit.id')
    .orderBy('texts.id')
    .execute();
  return { items: await productsOf(sql, site, await storedProducts(sql, rows)), last: ids.at(-1) };
}

async function readVariantPage(
  sql: TheliaSql,
  site: Site,
  { after, newest, limit }: KeyRange,
): Promise<Page<Product, number>> {
  const rows = await sql
    .selectFrom('passerelle_variant')
    .selectAll()
    .where('variant_key', '>', after)
    .where('variant_key', '<=', newest)
    .orderBy('variant_key')
    .limit(raw.lit(limit))
    .execute();
  return { items: await variantsOf(sql, site, rows.map(storedVariant)), last: rows.at(-1)?.variant_key };
}

async function productsOf(
  sql: TheliaSql,
  site: Site,
  stored: readonly StoredProduct[],
): Promise<readonly Product[]> {
  if (stored.length === 0) return [];
  const paths = await createPaths(sql, site);
  const ids = stored.map(({ row }) => row.id);
  const texts = Map.groupBy(await readTranslationRows(sql, site.languages, ids), ({ produit }) => produit);
  return stored.map((product) => productOf(site, product, { paths, texts: texts.get(product.row.id) ?? [] }));
}

function productOf(
  { languages }: Site,
  stored: StoredProduct,
  { paths, texts }: { readonly paths: Paths; readonly texts: readonly TranslationRow[] },
): Product {
  const { row, reference, side, extras } = stored;
  return {
    id: String(row.id),
    reference,
    kind: 'product',
    fields: fieldsOf(stored),
    categoryPath: paths.ofProduct({ rubrique: row.rubrique, said: side?.category_id ?? null }),
    axes: [],
    ...commonOf(extras),
    translations: translationsOf(extras.translations, texts, languages),
    ...sideImage(side),
  };
}

const commonOf = ({ translations, priceLevels, categoryPrices, customFields }: TheliaExtras) => ({
  translations,
  priceLevels,
  categoryPrices: Object.entries(categoryPrices).map(([category, netPrice]) => ({ category, netPrice })),
  customFields,
});

async function variantsOf(
  sql: TheliaSql,
  site: Site,
  stored: readonly StoredVariant[],
): Promise<readonly Product[]> {
  if (stored.length === 0) return [];
  const paths = await createPaths(sql, site);
  const offered = await readOffered(sql, stored);
  const parents = await readParents(sql, stored);
  return stored.map((variant): Product => {
    const { row, reference, extras } = variant;
    const { price, stock = ZERO, active } = stateOf(variant, offered.get(row.variant_key));
    const parent = parents.get(row.parent_id ?? 0) ?? row.parent_reference ?? undefined;
    return {
      id: variantId({ key: row.variant_key, former: row.former_id }),
      reference,
      kind: 'variant',
      ...defined({ parent }),
      fields: { ...extras.fields, ...defined({ netPrice: price }), stock, active },
      categoryPath: paths.of(row.category_id),
      axes: extras.axes,
      ...commonOf(extras),
      ...sideImage(row),
    };
  });
}

/** References of the products of these variants, by id. */
async function readParents(
  sql: TheliaSql,
  variants: readonly StoredVariant[],
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(variants.flatMap(({ row }) => row.parent_id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await sql
    .selectFrom('produit')
    .select(['id', 'ref as reference'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
