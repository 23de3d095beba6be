import { type Decimal, ZERO } from '../decimal.ts';
import { defined } from '../optional.ts';
import type { PriceRule, PriceRuleKind } from '../price-rule.ts';
import type { PriceLevel } from '../product.ts';
import type { OwnPrices, PriceQuestion, PricingOptions, SalePrices } from './question.ts';

/** Where a price comes from: a price list, or one of the article's own prices. */
export const PRICE_ORIGINS = ['rule', 'category_price', 'price_level', 'sale_price'] as const;
type PriceOrigin = (typeof PRICE_ORIGINS)[number];

/**
 * A price that may be the one. An article's price for a category of customers stands as a rule for that group from quantity
 * 0 on would; its sale price holds where no other one does.
 */
export interface PriceCandidate
  extends Pick<
    PriceRule,
    'reference' | 'customer' | 'group' | 'currency' | 'country' | 'fromQuantity' | 'validFrom'
  > {
  readonly origin: PriceOrigin;
  readonly kind: PriceRuleKind;
  readonly value: Decimal;
  /** As the ERP names it, of a rule: empty for an article's own price. */
  readonly source: string;
  readonly rule: string;
  readonly validTo?: PriceRule['options']['validTo'];
  readonly basePrice?: Decimal;
  readonly retired: boolean;
}

/** What of a rule decides about prices. */
export type PricingRule = Omit<PriceRule, 'seenAt'>;

export const candidateFromRule = (rule: PricingRule): PriceCandidate => ({
  origin: 'rule',
  reference: rule.reference,
  customer: rule.customer,
  group: rule.group,
  currency: rule.currency,
  country: rule.country,
  fromQuantity: rule.fromQuantity,
  validFrom: rule.validFrom,
  kind: rule.kind,
  value: rule.value,
  source: rule.source,
  rule: rule.rule,
  retired: rule.retiredAt !== undefined,
  ...defined({ validTo: rule.options.validTo, basePrice: rule.options.basePrice }),
});

/** The article's own prices that this buyer may get, then its parent's. */
export function ownCandidates({ article, buyer }: PriceQuestion, options: PricingOptions): PriceCandidate[] {
  const { parent } = article;
  return [
    ...pricesOf(article.reference, article, { group: buyer.group, options }),
    ...(parent ? pricesOf(parent.reference, parent, { group: buyer.group, options }) : []),
  ];
}

/**
 * What a reduction is taken from, where its rule does not say: the article's own sale price, else its parent's. An own
 * price of 0 says that nobody has set one, where nothing is sold at 0.
 */
export const salePriceOf = (
  { netPrice, parent }: SalePrices,
  { allowZero }: PricingOptions,
): Decimal | undefined =>
  netPrice === undefined || (netPrice === ZERO && !allowZero) ? parent?.netPrice : netPrice;

/** The price level that customers of a group get, if any. */
export const levelOf = (group: string, { levels }: PricingOptions): PriceLevel | undefined =>
  Object.hasOwn(levels, group) ? levels[group] : undefined;

function* pricesOf(
  reference: string,
  prices: OwnPrices,
  { group, options }: { readonly group: string; readonly options: PricingOptions },
): Generator<PriceCandidate> {
  const price = (origin: PriceOrigin, value: Decimal, forGroup: string): PriceCandidate => ({
    origin,
    reference,
    value,
    group: forGroup,
    kind: 'price',
    customer: '',
    currency: '',
    country: '',
    fromQuantity: ZERO,
    validFrom: '',
    source: '',
    rule: '',
    retired: false,
  });
  if (group !== '') {
    const category = prices.categoryPrices.find((each) => each.category === group);
    if (category) yield price('category_price', category.netPrice, group);
    const level = levelOf(group, options);
    const atLevel = level === undefined ? undefined : prices.priceLevels[level];
    if (atLevel !== undefined) yield price('price_level', atLevel, group);
  }
  if (prices.netPrice !== undefined) yield price('sale_price', prices.netPrice, '');
}
