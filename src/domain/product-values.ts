import type { Product } from './product.ts';

/**
 * A product's values by their paths, each part down to its key: `stock`, `image`, `translations.de.name`, `priceLevels.2`,
 * `customFields.xx_marque`. What has no value is not there.
 */
export function valuesByPath(product: Product): ReadonlyMap<string, unknown> {
  const { fields, translations, priceLevels, categoryPrices, customFields } = product;
  const { parent, categoryPath, axes, image } = product;
  const prices = categoryPrices.map(({ category, netPrice }): Entry => [category, netPrice]);
  const texts = Object.entries(translations).flatMap(([language, said]) =>
    Object.entries(said).map(([name, text]): Entry => [`${language}.${name}`, text]),
  );
  return new Map<string, unknown>([
    ...Object.entries(fields),
    ...(parent === undefined ? [] : [['parent', parent] as const]),
    ...(categoryPath.length === 0 ? [] : [['categoryPath', categoryPath] as const]),
    ...(axes.length === 0 ? [] : [['axes', axes] as const]),
    ...(image === undefined ? [] : [['image', image] as const]),
    ...under('translations', texts),
    ...under('priceLevels', Object.entries(priceLevels)),
    ...under('categoryPrices', prices),
    ...under('customFields', Object.entries(customFields)),
  ]);
}

type Entry = readonly [path: string, value: unknown];

const under = (part: string, entries: readonly Entry[]): readonly Entry[] =>
  entries.map(([key, value]) => [`${part}.${key}`, value]);

/** The fields of a product that paths lead into, each once. */
export const fieldsOfPaths = (paths: readonly string[]): readonly string[] => [
  ...new Set(paths.map((path) => path.split('.', 1)[0] ?? path)),
];
