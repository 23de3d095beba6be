import { add, compare, type Decimal, divide, multiply, round } from '../decimal.ts';
import {
  candidateFromRule,
  ownCandidates,
  type PriceCandidate,
  type PricingRule,
  salePriceOf,
} from './candidates.ts';
import { type Exclusion, judge } from './exclusion.ts';
import type { PriceQuestion, PricingOptions } from './question.ts';
import { type Criterion, compareHolding, type Holding } from './rank.ts';

/** What became of one price that was looked at. */
export type ConsideredPrice =
  | { readonly candidate: PriceCandidate; readonly verdict: 'won'; readonly netPrice: Decimal }
  | {
      readonly candidate: PriceCandidate;
      readonly verdict: 'beaten';
      readonly netPrice: Decimal;
      /** What the winner is better by. */
      readonly by: Criterion;
    }
  | { readonly candidate: PriceCandidate; readonly verdict: 'excluded'; readonly because: Exclusion };

/** The price of one unit, and why. Money is exact; only `grossPrice` is rounded. */
export interface ResolvedPrice {
  /** Excluding tax; absent where nothing gives a price. */
  readonly netPrice?: Decimal;
  /** Including tax, rounded to the cent, half away from zero; absent without a price or a tax rate. */
  readonly grossPrice?: Decimal;
  /** To show struck through: the rule's own base, else the sale price; excluding tax. Absent unless it is higher. */
  readonly basePrice?: Decimal;
  /** Percent. */
  readonly taxRate?: Decimal;
  /** In the order in which they were given: rules, then the article's own prices. */
  readonly considered: readonly ConsideredPrice[];
  /**
   * Rules of the ERP that contradict the winner: nothing but the lower price, or chance, decided. A merchant should see
   * them.
   */
  readonly conflicts: readonly PriceCandidate[];
}

/**
 * Which price a buyer gets (docs/protocol.md, Which rule applies): one for the customer before one for the group before one
 * for all; the variant's before its parent's; the highest quantity reached; currency and country named before not named;
 * then the lowest price. A price of 0 does not hold, unless allowed. Rules that cannot hold may be among `rules`.
 */
export function resolvePrice(
  question: PriceQuestion,
  rules: Iterable<PricingRule>,
  options: PricingOptions,
): ResolvedPrice {
  const candidates = [...Array.from(rules, candidateFromRule), ...ownCandidates(question, options)];
  const judged = candidates.map((candidate) => ({ candidate, ...judge(candidate, question, options) }));
  const { reference } = question.article;
  let winner: Holding | undefined;
  for (const each of judged)
    if ('netPrice' in each && (!winner || compareHolding(each, winner, reference).sign < 0)) winner = each;
  const considered = judged.map((each): ConsideredPrice => {
    if ('exclusion' in each)
      return { candidate: each.candidate, verdict: 'excluded', because: each.exclusion };
    const { candidate, netPrice } = each;
    if (!winner || each === winner) return { candidate, verdict: 'won', netPrice };
    return { candidate, verdict: 'beaten', netPrice, by: compareHolding(winner, each, reference).by };
  });
  return { ...amounts(question, winner, options), considered, conflicts: conflictsOf(considered, winner) };
}

function amounts(
  { article }: PriceQuestion,
  winner: Holding | undefined,
  options: PricingOptions,
): Pick<ResolvedPrice, 'netPrice' | 'grossPrice' | 'basePrice' | 'taxRate'> {
  const { taxRate } = article;
  const rate = taxRate === undefined ? {} : { taxRate };
  if (!winner) return rate;
  const { netPrice } = winner;
  const base = winner.candidate.basePrice ?? salePriceOf(article, options);
  return {
    ...rate,
    netPrice,
    ...(taxRate !== undefined && { grossPrice: round(withTax(netPrice, taxRate), 2) }),
    ...(base !== undefined && compare(base, netPrice) > 0 && { basePrice: base }),
  };
}

const HUNDRED = '100' as Decimal;
const PLACES = 20;

/** An amount including tax, not rounded. `taxRate` is a percentage. */
const withTax = (net: Decimal, taxRate: Decimal): Decimal =>
  add(net, divide(multiply(net, taxRate), HUNDRED, PLACES));

function conflictsOf(
  considered: readonly ConsideredPrice[],
  winner: Holding | undefined,
): readonly PriceCandidate[] {
  if (winner?.candidate.origin !== 'rule') return [];
  return considered.flatMap((each) =>
    each.verdict === 'beaten' && each.by === 'price' && each.candidate.origin === 'rule'
      ? [each.candidate]
      : [],
  );
}
