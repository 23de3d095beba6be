import { fieldNames } from './fields.ts';
import { PRODUCT_FIELDS, type ProductChange, type ProductField } from './product.ts';

const OWNABLE_PARTS = [
  'categoryPath',
  'image',
  'translations',
  'priceLevels',
  'categoryPrices',
  'customFields',
] as const satisfies readonly (keyof ProductChange)[];

/** What of a product a shop may keep for itself: the ERP then says it of a new product only. */
export type OwnableField = ProductField | (typeof OWNABLE_PARTS)[number];
export const OWNABLE_FIELDS: readonly OwnableField[] = [...fieldNames(PRODUCT_FIELDS), ...OWNABLE_PARTS];

export type Owned = ReadonlySet<string>;

/** What is owned of that which a path leads to (see product-values.ts). A text is owned in every language. */
export function ownedFieldAt(path: string, owned: Owned): string | undefined {
  const [part = ''] = path.split('.', 1);
  const text = path.slice(path.lastIndexOf('.') + 1);
  if (owned.has(part)) return part;
  return part === 'translations' && owned.has(text) ? text : undefined;
}

type Said = Pick<ProductChange, 'fields' | 'translations'>;

/** The change as the ERP may say it of a product that is there already; `partOf` tells what a key of it is a part of. */
export function withoutOwned<Change extends Said>(
  change: Change,
  owned: Owned,
  partOf = (key: string): string => key,
): Change {
  const free = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !owned.has(name)));
  const parts = Object.entries(change).filter(([key]) => !owned.has(partOf(key)));
  return {
    ...Object.fromEntries(parts),
    fields: free(change.fields),
    ...(change.translations &&
      !owned.has('translations') && {
        translations: Object.fromEntries(
          Object.entries(change.translations).map(([language, texts]) => [language, free(texts)]),
        ),
      }),
  } as Change;
}
