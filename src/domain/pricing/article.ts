import type { Decimal } from '../decimal.ts';
import { defined } from '../optional.ts';
import type { OwnPrices, PricedArticle } from './question.ts';

/** What a shop knows of a product or a variant that is to be priced. */
export interface SoldArticle extends OwnPrices {
  readonly reference: string;
  /** Percent. */
  readonly taxRate?: Decimal;
  /** Not said: it is. */
  readonly active?: boolean;
  readonly available?: boolean;
  /** The parent's reference, of a variant; it may name a product that has not come yet. */
  readonly parent?: string;
}

/** What a merchant should know of an article beside its price. None of them keeps it from being priced. */
export const ARTICLE_REMARKS = ['inactive', 'parent_inactive', 'unavailable', 'parent_unknown'] as const;
export type ArticleRemark = (typeof ARTICLE_REMARKS)[number];

/** A variant takes its parent's tax rate where it has none of its own. */
export const pricedArticle = (own: SoldArticle, parent: SoldArticle | undefined): PricedArticle => ({
  reference: own.reference,
  categoryPrices: own.categoryPrices,
  priceLevels: own.priceLevels,
  ...defined({
    netPrice: own.netPrice,
    taxRate: own.taxRate ?? parent?.taxRate,
    parent: parent && {
      reference: parent.reference,
      categoryPrices: parent.categoryPrices,
      priceLevels: parent.priceLevels,
      ...defined({ netPrice: parent.netPrice }),
    },
  }),
});

export function articleRemarks(own: SoldArticle, parent: SoldArticle | undefined): readonly ArticleRemark[] {
  const remarks: readonly (readonly [ArticleRemark, boolean])[] = [
    ['inactive', own.active === false],
    ['parent_inactive', parent?.active === false],
    ['unavailable', own.available === false],
    ['parent_unknown', own.parent !== undefined && parent === undefined],
  ];
  return remarks.flatMap(([remark, holds]) => (holds ? [remark] : []));
}
