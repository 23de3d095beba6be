/** Of a product as the API tells it. */
interface ProductLike {
  readonly axes: readonly { readonly name: string; readonly value: string }[];
  readonly priceLevels: Readonly<Record<string, string | undefined>>;
  readonly categoryPrices: readonly { readonly category: string; readonly netPrice: string }[];
  readonly customFields: Readonly<Record<string, string>>;
  readonly translations?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly category?: { readonly path: readonly string[] };
}

export interface FieldRow {
  /** As provenance names it: `stock`, `translations.de.name`. */
  readonly path: string;
  readonly value: unknown;
}

const PLAIN = [
  ...['name', 'netPrice', 'taxRate', 'ecotax', 'stock', 'active', 'available', 'ean13', 'upc'],
  ...['weight', 'width', 'height', 'depth', 'shortDescription', 'description'],
  ...['metaTitle', 'metaDescription', 'metaKeywords'],
] as const;

/** Every field that a product has, each with the path that its writer is kept under. */
export function fieldRows(
  product: ProductLike & { readonly [Name in (typeof PLAIN)[number]]?: unknown },
): readonly FieldRow[] {
  const { category, axes, priceLevels, categoryPrices, customFields, translations = {} } = product;
  const rows: FieldRow[] = [
    ...PLAIN.map((path) => ({ path, value: product[path] })),
    { path: 'categoryPath', value: category?.path },
    { path: 'axes', value: axes.length > 0 ? axes : undefined },
    ...Object.entries(priceLevels).map(([level, value]) => ({ path: `priceLevels.${level}`, value })),
    ...categoryPrices.map(({ category: name, netPrice }) => ({
      path: `categoryPrices.${name}`,
      value: netPrice,
    })),
    ...Object.entries(customFields).map(([name, value]) => ({ path: `customFields.${name}`, value })),
    ...Object.entries(translations).flatMap(([language, texts]) =>
      Object.entries(texts).map(([name, value]) => ({ path: `translations.${language}.${name}`, value })),
    ),
  ];
  return rows.filter(({ value }) => value !== undefined);
}
