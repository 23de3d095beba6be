import { planArticle } from './article-plan.ts';
import type { World } from './options.ts';

/** Whether an article with gammes is one record: it is several in an ERP that knows none. */
export const isOneRecord = (world: World, article: number): boolean =>
  world.profile.gammes || planArticle(world, article).variants.length === 0;

export interface SoldRecord {
  readonly article: number;
  /** The record whose stock says that it was sold. */
  readonly key: string;
}

/** The number stands in every reference; undefined for what this ERP does not sell. */
export function soldRecord(world: World, reference: string): SoldRecord | undefined {
  const [digits] = /\d{5,}/.exec(reference) ?? [];
  if (digits === undefined) return undefined;
  const article = Number(digits);
  const { reference: own, variants } = planArticle(world, article);
  const isVariant = variants.some((variant) => variant.reference === reference);
  if (!isVariant && own !== reference) return undefined;
  return { article, key: isVariant && world.profile.gammes ? own : reference };
}
