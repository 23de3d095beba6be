import type { Changes } from '../../domain/changes.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { Axis, Product, ProductChange, ProductFields, ProductTexts } from '../../domain/product.ts';
import { canonicalJson } from '../../store/canonical-json.ts';

/** What stands in `passerelle_product.extras`, as JSON. */
export interface Extras {
  /** Fields that the CMS has no column for. */
  readonly fields: Partial<ProductFields>;
  readonly translations: Product['translations'];
  readonly customFields: Product['customFields'];
  /** Prices of categories for which there is no user group yet, by category. */
  readonly categoryPrices: Readonly<Record<string, Decimal>>;
  /** Of a variant whose parent has not come yet, where the CMS keeps axes with the parent. */
  readonly axes: readonly Axis[];
}

export const NO_EXTRAS: Extras = {
  fields: {},
  translations: {},
  customFields: {},
  categoryPrices: {},
  axes: [],
};

export const parseExtras = (text: string): Extras => ({ ...NO_EXTRAS, ...JSON.parse(text) });

/** Equal extras are equal texts. */
export const formatExtras = (extras: Extras): string =>
  canonicalJson(
    Object.fromEntries(Object.entries(extras).filter(([, part]) => Object.keys(part).length > 0)),
  );

/** What the change says of these parts; `fields` are those that the CMS has no column for. */
export interface ExtrasChange extends Pick<ProductChange, 'translations' | 'customFields'> {
  readonly fields: Changes<ProductFields>;
  readonly categoryPrices?: Readonly<Record<string, Decimal | null>>;
  readonly axes?: readonly Axis[];
}

export const changedExtras = (before: Extras, change: ExtrasChange): Extras => ({
  fields: applied(before.fields, change.fields),
  translations: changedTranslations(before.translations, change.translations ?? {}),
  customFields: applied(before.customFields, change.customFields ?? {}),
  categoryPrices: applied(before.categoryPrices, change.categoryPrices ?? {}),
  axes: change.axes ?? before.axes,
});

/** A language without a text left is no translation. */
function changedTranslations(
  before: Product['translations'],
  changes: NonNullable<ProductChange['translations']>,
): Product['translations'] {
  const after = Object.entries(changes).map(([language, texts]): [string, Partial<ProductTexts>] => [
    language,
    applied(before[language] ?? {}, texts),
  ]);
  const all = Object.entries({ ...before, ...Object.fromEntries(after) });
  return Object.fromEntries(all.filter(([, texts]) => Object.keys(texts).length > 0));
}

/** A name that is not said stays, `null` goes. Entries, since `__proto__` is a name as well. */
export function applied<Values extends object>(
  before: Values,
  changes: { readonly [Name in keyof Values]?: Values[Name] | null },
): Values {
  const result = new Map<string, unknown>(Object.entries(before));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) result.delete(name);
    else if (value !== undefined) result.set(name, value);
  }
  return Object.fromEntries(result) as Values;
}
