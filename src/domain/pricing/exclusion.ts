import type { LocalDateTime } from '../dates.ts';
import { compare, type Decimal, divide, multiply, subtract, ZERO } from '../decimal.ts';
import { type PriceCandidate, salePriceOf } from './candidates.ts';
import type { PriceQuestion, PricingOptions, SalePrices } from './question.ts';

/** Why a price does not hold for a question. */
export const EXCLUSIONS = [
  'retired',
  'other_article',
  'other_customer',
  'other_group',
  'other_currency',
  'other_country',
  'quantity_not_reached',
  'not_yet_valid',
  'expired',
  'no_base_price',
  'zero',
  'negative',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Whether it holds, and the net unit price that it gives. */
export type Judged = { readonly netPrice: Decimal } | { readonly exclusion: Exclusion };

export function judge(candidate: PriceCandidate, question: PriceQuestion, options: PricingOptions): Judged {
  const exclusion = exclusionOf(candidate, question);
  if (exclusion) return { exclusion };
  const netPrice = resultingPrice(candidate, question.article, options);
  return judgePrice(netPrice, options);
}

/** Whether a resulting price is one to sell at. */
export function judgePrice(netPrice: Decimal | undefined, { allowZero }: PricingOptions): Judged {
  if (netPrice === undefined) return { exclusion: 'no_base_price' };
  const sign = compare(netPrice, ZERO);
  if (sign < 0) return { exclusion: 'negative' };
  // A variant's or a product's own price of 0 says that nobody has set one.
  if (sign === 0 && !allowZero) return { exclusion: 'zero' };
  return { netPrice };
}

function exclusionOf(candidate: PriceCandidate, question: PriceQuestion): Exclusion | undefined {
  const { article, buyer, quantity, currency, country, at } = question;
  if (candidate.retired) return 'retired';
  if (candidate.reference !== article.reference && candidate.reference !== article.parent?.reference)
    return 'other_article';
  if (!fits(candidate.customer, buyer.customer)) return 'other_customer';
  if (!fits(candidate.group, buyer.group)) return 'other_group';
  if (!fits(candidate.currency, currency)) return 'other_currency';
  if (!fits(candidate.country, country)) return 'other_country';
  if (compare(candidate.fromQuantity, quantity) > 0) return 'quantity_not_reached';
  if (candidate.validFrom > at) return 'not_yet_valid';
  if (candidate.validTo !== undefined && lastMoment(candidate.validTo) < at) return 'expired';
  return undefined;
}

/** What is not said holds for all. */
const fits = (said: string, asked: string): boolean => said === '' || said === asked;

/** Midnight covers the whole day. */
export const lastMoment = (validTo: LocalDateTime): string =>
  validTo.endsWith(' 00:00:00') ? validTo.replace('00:00:00', '23:59:59') : validTo;

const PERCENT = '100' as Decimal;
/** Two places more than a price and a percentage have together, in any list that was seen. */
const PLACES = 12;

/** Of one unit; undefined where a reduction has nothing to be taken from. */
export function resultingPrice(
  { kind, value, basePrice }: Pick<PriceCandidate, 'kind' | 'value' | 'basePrice'>,
  article: SalePrices,
  options: PricingOptions,
): Decimal | undefined {
  if (kind === 'price') return value;
  const base = basePrice ?? salePriceOf(article, options);
  if (base === undefined) return undefined;
  const off = kind === 'amount_off' ? value : divide(multiply(base, value), PERCENT, PLACES);
  return subtract(base, off);
}
