import type { Changes } from '../../domain/changes.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { fail } from '../../domain/error.ts';
import { type Problem, quotable } from '../../domain/problem.ts';
import type { CategoryPrice, ProductChange, ProductTexts, VariantChange } from '../../domain/product.ts';
import type { Capabilities } from '../../shop/capabilities.ts';
import { fitFields } from './fields.ts';
import { requireLength } from './lengths.ts';
import { fitNumber } from './numbers.ts';
import { createRemarks, type Remarks } from './remarks.ts';

export interface FittedProduct {
  readonly change: ProductChange;
  readonly warnings: readonly Problem[];
}

/**
 * As much of a change as a shop of these capabilities can keep, with a warning for all that is left out. Throws
 * `unsupported` for a variant where there are none: it must not become a product of its own.
 */
export function fitProduct(change: ProductChange, capabilities: Capabilities): FittedProduct {
  const { reference, fields, parent } = change;
  const remarks = createRemarks({ entity: 'product', record: reference });
  if (parent !== undefined && !capabilities.variants) {
    throw fail('unsupported', { ...remarks.about, field: 'variants' });
  }
  const fitting: Fitting = { capabilities, remarks };
  requireNames(change, fitting);
  return {
    change: {
      reference,
      fields: fitFields(fields, fitting),
      ...(parent !== undefined && { parent }),
      ...fitParts(change, fitting),
    },
    warnings: remarks.warnings,
  };
}

/** What has a length beside the fields. Throws `value_too_long`. */
function requireNames(
  { reference, categoryPath = [], axes = [], variants = [] }: ProductChange,
  { capabilities: { longest }, remarks }: Fitting,
): void {
  for (const name of [reference, ...variants.map((variant) => variant.reference)])
    requireLength(name, { field: 'reference', limit: longest.reference, remarks });
  for (const name of categoryPath)
    requireLength(name, { field: 'categoryPath', limit: longest.category, remarks });
  for (const { name, value } of [...axes, ...variants.flatMap((variant) => variant.axes)])
    for (const text of [name, value]) requireLength(text, { field: 'axes', limit: longest.axis, remarks });
}

interface Fitting {
  readonly capabilities: Capabilities;
  readonly remarks: Remarks;
}

type Part = Exclude<keyof ProductChange, 'reference' | 'fields' | 'parent'>;

function fitParts(change: ProductChange, fitting: Fitting): Pick<ProductChange, Part> {
  const { capabilities, remarks } = fitting;
  const { categoryPath, translations, priceLevels, categoryPrices, customFields, image, variants, axes } =
    change;
  const keeps = (field: Part, isKept: boolean): boolean => {
    if (!isKept) remarks.add('field_not_kept', { field });
    return isKept;
  };
  const keepsPath = capabilities.categoryLevels !== 0;
  return {
    ...(categoryPath && keeps('categoryPath', keepsPath) && { categoryPath: fitPath(categoryPath, fitting) }),
    ...(translations &&
      keeps('translations', capabilities.translations) && { translations: fitTexts(translations, fitting) }),
    ...(priceLevels && { priceLevels: fitLevels(priceLevels, fitting) }),
    ...(categoryPrices &&
      keeps('categoryPrices', capabilities.categoryPrices) && {
        categoryPrices: categoryPrices.map((price) => fitCategoryPrice(price, fitting)),
      }),
    ...(customFields && keeps('customFields', capabilities.customFields) && { customFields }),
    ...(image !== undefined && keeps('image', capabilities.images) && { image }),
    ...(variants &&
      keeps('variants', capabilities.variants) && {
        variants: variants.map((variant) => fitVariant(variant, fitting)),
      }),
    ...(axes && keeps('axes', capabilities.variants) && { axes }),
  };
}

function fitPath(path: readonly string[], { capabilities, remarks }: Fitting): readonly string[] {
  const { categoryLevels: limit = Number.POSITIVE_INFINITY } = capabilities;
  if (path.length <= limit) return path;
  remarks.add('category_path_too_deep', { field: 'categoryPath', value: quotable(path.join(' > ')), limit });
  return path.slice(0, limit);
}

type Translations = NonNullable<ProductChange['translations']>;

/** A text of a translation may always go, also where the main language always has one. */
function fitTexts(translations: Translations, { capabilities, remarks }: Fitting): Translations {
  const { productFields } = capabilities;
  const fitting: Fitting = { capabilities: { ...capabilities, emptyFields: productFields }, remarks };
  return Object.fromEntries(
    Object.entries<Changes<ProductTexts>>(translations).map(([language, texts]) => [
      language,
      fitFields(texts, fitting, `translations.${language}.`),
    ]),
  );
}

type Levels = NonNullable<ProductChange['priceLevels']>;

function fitLevels(levels: Levels, { capabilities, remarks }: Fitting): Levels {
  const kept = Object.entries<Decimal | null>(levels).flatMap(([level, price]) => {
    const field = `priceLevels.${level}`;
    if (capabilities.priceLevels.every((known) => String(known) !== level)) {
      remarks.add('field_not_kept', { field });
      return [];
    }
    return [[level, price && fitNumber(price, { field, digits: capabilities.digits.money, remarks })]];
  });
  return Object.fromEntries(kept);
}

function fitCategoryPrice(
  { category, netPrice }: CategoryPrice,
  { capabilities, remarks }: Fitting,
): CategoryPrice {
  const field = `categoryPrices.${category}`;
  return { category, netPrice: fitNumber(netPrice, { field, digits: capabilities.digits.money, remarks }) };
}

const fitVariant = (variant: VariantChange, { capabilities, remarks }: Fitting): VariantChange => ({
  ...variant,
  fields: fitFields(variant.fields, { capabilities, remarks: remarks.inside(variant.reference) }),
});
