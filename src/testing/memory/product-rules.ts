import { type Product, type ProductChange, type ProductTexts, TEXT_FIELDS } from '../../domain/product.ts';
import { applied, appliedNames, sha256 } from './changes.ts';

/** A product that nothing has been said of. */
export const newProduct = (id: string, reference: string): Product => ({
  id,
  reference,
  kind: 'product',
  fields: {},
  categoryPath: [],
  axes: [],
  translations: {},
  priceLevels: {},
  categoryPrices: [],
  customFields: {},
});

/** The record after what the change says of it; its variants and its place under a parent are decided elsewhere. */
export function changedProduct(stored: Product, change: ProductChange): Product {
  const { image: _, ...rest } = stored;
  const image = changedImage(stored, change);
  return withoutZeroPrice({
    ...rest,
    fields: applied(stored.fields, change.fields),
    categoryPath: change.categoryPath ?? stored.categoryPath,
    axes: change.axes?.length ? change.axes : stored.axes,
    translations: changedTranslations(stored, change),
    priceLevels: applied(stored.priceLevels, change.priceLevels ?? {}),
    categoryPrices: changedCategoryPrices(stored, change),
    customFields: appliedNames(stored.customFields, change.customFields),
    ...(image === undefined ? {} : { image }),
  });
}

export const asVariantOf = (stored: Product, parent: string): Product =>
  withoutZeroPrice({ ...stored, kind: 'variant', parent });

/** A variant's price 0 means that it has none of its own (docs/protocol.md, Fields). */
function withoutZeroPrice(product: Product): Product {
  if (product.kind !== 'variant' || product.fields.netPrice !== '0') return product;
  const { netPrice: _, ...fields } = product.fields;
  return { ...product, fields };
}

function changedImage(stored: Product, { image }: ProductChange): Product['image'] {
  if (image === undefined) return stored.image;
  return image === null ? undefined : { type: image.type, sha256: sha256(image.bytes) };
}

/** A language without a text left is no translation. */
function changedTranslations(stored: Product, change: ProductChange): Product['translations'] {
  const result = new Map(Object.entries(stored.translations));
  for (const [language, texts] of Object.entries(change.translations ?? {})) {
    result.set(language, applied<ProductTexts>(result.get(language) ?? {}, texts));
  }
  return Object.fromEntries([...result].filter(([, texts]) => hasText(texts)));
}

const hasText = (texts: Partial<ProductTexts>): boolean =>
  Object.keys(TEXT_FIELDS).some((name) => Object.hasOwn(texts, name));

function changedCategoryPrices(stored: Product, change: ProductChange): Product['categoryPrices'] {
  const prices = new Map(stored.categoryPrices.map((price) => [price.category, price.netPrice]));
  for (const { category, netPrice } of change.categoryPrices ?? []) prices.set(category, netPrice);
  return [...prices].map(([category, netPrice]) => ({ category, netPrice }));
}
