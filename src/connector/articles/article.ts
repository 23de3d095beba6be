import type { Decimal } from '../../domain/decimal.ts';
import { type Problem, type ProblemFacts, problem, quotable } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import type { Rules } from './rules.ts';

export interface PreparedArticle {
  readonly change: ProductChange;
  readonly warnings: readonly Problem[];
}

/** An article as this ERP and this edition of the connector would send it. */
export function prepareArticle(article: ProductChange, { profile, edition }: Rules): PreparedArticle {
  const { categoryPath, categoryPrices, customFields, ...rest } = article;
  const path = cutPath(article, profile.categoryLevels);
  const keepsPrices = profile.categoryPrices && edition.categoryPrices;
  return {
    change: {
      ...rest,
      ...(categoryPath && { categoryPath: path.kept }),
      ...(categoryPrices && keepsPrices && { categoryPrices }),
      ...(customFields && { customFields: prefixed(customFields, profile.customFieldPrefix) }),
    },
    warnings: path.warnings,
  };
}

function cutPath({ reference, categoryPath = [] }: ProductChange, levels = Number.POSITIVE_INFINITY) {
  if (categoryPath.length <= levels) return { kept: categoryPath, warnings: [] };
  const value = quotable(categoryPath.join(' > '));
  const facts: ProblemFacts = {
    entity: 'product',
    record: reference,
    field: 'categoryPath',
    value,
    limit: levels,
  };
  return { kept: categoryPath.slice(0, levels), warnings: [problem('category_path_cut', facts)] };
}

const prefixed = (fields: Readonly<Record<string, string | null>>, prefix: string) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.startsWith(prefix) ? name : `${prefix}${name}`,
      value,
    ]),
  );

/** The quantity of a stock level, by reference, wins over the article's own; its variants' too. */
export function withStock(article: ProductChange, stock: ReadonlyMap<string, Decimal>): ProductChange {
  const { reference, fields, variants } = article;
  return {
    ...article,
    fields: { ...fields, ...levelOf(stock, reference) },
    ...(variants && {
      variants: variants.map((variant) => ({
        ...variant,
        fields: { ...variant.fields, ...levelOf(stock, variant.reference) },
      })),
    }),
  };
}

function levelOf(stock: ReadonlyMap<string, Decimal>, reference: string) {
  const level = stock.get(reference);
  return level === undefined ? {} : { stock: level };
}
