import { add, compare, type Decimal, multiply, round, subtract, ZERO } from '../decimal.ts';
import { defined } from '../optional.ts';
import { lineSums, type TaxShare } from '../order-totals.ts';
import { ARTICLE_REMARKS, type ArticleRemark } from './article.ts';
import type { PriceCandidate } from './candidates.ts';
import type { PriceQuestion } from './question.ts';
import { compareHolding, type Holding } from './rank.ts';
import type { ConsideredPrice, ResolvedPrice } from './resolve.ts';

/** How many rules of the price lists a quote tells of; the others of a line are counted. */
export const MOST_RULES_SHOWN = 25;

export const QUOTE_REMARKS = [...ARTICLE_REMARKS, 'no_price', 'no_tax_rate'] as const;
export type QuoteRemark = (typeof QUOTE_REMARKS)[number];

/** What one line costs, and why. */
export interface QuoteLine
  extends Pick<ResolvedPrice, 'netPrice' | 'grossPrice' | 'basePrice' | 'taxRate' | 'conflicts'> {
  readonly reference: string;
  /** Of a variant. */
  readonly parent?: string;
  readonly quantity: Decimal;
  /** Excluding tax, rounded to the cent. Absent without a price. */
  readonly netTotal?: Decimal;
  /** Including tax, rounded to the cent. Absent without a price or a tax rate. */
  readonly grossTotal?: Decimal;
  readonly remarks: readonly QuoteRemark[];
  /**
   * The price that won, those that it beat, those that do not hold; the best of each first. Where very many rules are for
   * one article and buyer, perhaps only those of the winner's own rank.
   */
  readonly considered: readonly ConsideredPrice[];
  /** Rules for this article and this buyer, or for all, that are not in `considered`: they stand behind these. */
  readonly moreRules: number;
}

/** A basket's sums. */
export interface QuoteTotals {
  /** Excluding tax. Absent where a line has no price. */
  readonly netTotal?: Decimal;
  /** Including tax. Absent where a line has no price or no tax rate. */
  readonly grossTotal?: Decimal;
  /** Lowest rate first. */
  readonly taxes: readonly TaxShare[];
}

/** What a line was asked, and what became of it. */
export interface AnsweredLine {
  readonly question: PriceQuestion;
  readonly resolved: ResolvedPrice;
  readonly remarks: readonly ArticleRemark[];
  /** How many rules there are for this article and this buyer, or for all. */
  readonly rules: number;
}

export function quoteLine({ question, resolved, remarks, rules }: AnsweredLine): QuoteLine {
  const { article, quantity } = question;
  const { netPrice, grossPrice, basePrice, taxRate } = resolved;
  const considered = shown(resolved.considered, article.reference);
  const contradicting = new Set<PriceCandidate>(resolved.conflicts);
  return {
    reference: article.reference,
    quantity,
    ...defined({ parent: article.parent?.reference, netPrice, grossPrice, basePrice, taxRate }),
    ...(netPrice !== undefined && lineTotals(netPrice, quantity, taxRate)),
    remarks: [...remarks, ...missing(resolved)],
    considered,
    moreRules: rules - considered.filter(({ candidate }) => candidate.origin === 'rule').length,
    conflicts: considered.map(({ candidate }) => candidate).filter((each) => contradicting.has(each)),
  };
}

function lineTotals(
  netUnitPrice: Decimal,
  quantity: Decimal,
  taxRate: Decimal | undefined,
): Pick<QuoteLine, 'netTotal' | 'grossTotal'> {
  if (taxRate === undefined) return { netTotal: round(multiply(netUnitPrice, quantity), 2) };
  const { net, gross } = lineSums({ netUnitPrice, quantity, taxRate });
  return { netTotal: net, grossTotal: gross };
}

function missing({ netPrice, taxRate }: ResolvedPrice): readonly QuoteRemark[] {
  if (netPrice === undefined) return ['no_price'];
  return taxRate === undefined ? ['no_tax_rate'] : [];
}

const VERDICTS: readonly ConsideredPrice['verdict'][] = ['won', 'beaten', 'excluded'];

/** Best first: the best rules, as many as are told of, and the article's own prices, which are few. */
function shown(considered: readonly ConsideredPrice[], reference: string): readonly ConsideredPrice[] {
  const compareConsidered = (a: ConsideredPrice, b: ConsideredPrice): number =>
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    compareHolding(holdingOf(a), holdingOf(b), reference).sign;
  const isRule = ({ candidate }: ConsideredPrice): boolean => candidate.origin === 'rule';
  return [
    ...smallest(considered.filter(isRule), MOST_RULES_SHOWN, compareConsidered),
    ...considered.filter((each) => !isRule(each)),
  ].toSorted(compareConsidered);
}

const holdingOf = (each: ConsideredPrice): Holding =>
  each.verdict === 'excluded' ? { candidate: each.candidate, netPrice: ZERO } : each;

/** The first `count` of what sorting would give; of thousands, few are ever moved. */
function smallest<Item>(
  items: readonly Item[],
  count: number,
  compareItems: (a: Item, b: Item) => number,
): readonly Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    const last = kept.at(-1);
    if (kept.length === count && last !== undefined && compareItems(item, last) >= 0) continue;
    const place = kept.findIndex((other) => compareItems(item, other) < 0);
    kept.splice(place < 0 ? kept.length : place, 0, item);
    if (kept.length > count) kept.pop();
  }
  return kept;
}

/**
 * The sums of the lines' rounded totals, as an order of these lines has them (order-totals.ts), so that what is shown
 * beside each other adds up. The tax of a rate is the difference between the two sums of its lines.
 */
export function quoteTotals(
  lines: readonly Pick<QuoteLine, 'netTotal' | 'grossTotal' | 'taxRate'>[],
): QuoteTotals {
  return {
    ...defined({
      netTotal: sum(lines.map(({ netTotal }) => netTotal)),
      grossTotal: sum(lines.map(({ grossTotal }) => grossTotal)),
    }),
    taxes: taxesOf(lines),
  };
}

function taxesOf(
  lines: readonly Pick<QuoteLine, 'netTotal' | 'grossTotal' | 'taxRate'>[],
): readonly TaxShare[] {
  const shares = new Map<Decimal, TaxShare>();
  for (const { netTotal, grossTotal, taxRate: rate } of lines) {
    if (rate === undefined || netTotal === undefined || grossTotal === undefined) continue;
    const { net, tax } = shares.get(rate) ?? { net: ZERO, tax: ZERO };
    shares.set(rate, { rate, net: add(net, netTotal), tax: add(tax, subtract(grossTotal, netTotal)) });
  }
  return [...shares.values()].toSorted((a, b) => compare(a.rate, b.rate));
}

/** Undefined where one is missing. */
const sum = (amounts: readonly (Decimal | undefined)[]): Decimal | undefined =>
  amounts.reduce<Decimal | undefined>(
    (total, amount) => (total === undefined || amount === undefined ? undefined : add(total, amount)),
    ZERO,
  );
