import type { PriceCandidate } from '../../domain/pricing/candidates.ts';
import type { ConflictingRule, PriceConflict } from '../../domain/pricing/conflicts.ts';
import type { Exclusion } from '../../domain/pricing/exclusion.ts';
import type { QuoteLine, QuoteRemark } from '../../domain/pricing/quote.ts';
import type { Criterion } from '../../domain/pricing/rank.ts';
import type { BuyerRemark, Quote } from '../quotes.ts';

/** For whom, where and when a line was priced. */
export type Asked = Pick<Quote, 'customer' | 'group' | 'currency' | 'country' | 'at'>;

/** What is said of prices, in one language. All of it is plain text, whole sentences where not said otherwise. */
export interface PriceWords {
  /** What is asked and what it costs. */
  line(line: QuoteLine, asked: Asked): string;
  totals(quote: Pick<Quote, 'netTotal' | 'grossTotal' | 'taxes'>): readonly string[];
  readonly remarks: Readonly<Record<QuoteRemark | BuyerRemark, string>>;
  /** A price with all its conditions; no sentence. */
  candidate(candidate: PriceCandidate): string;
  /** `price` is text already. */
  taken(candidate: string, price: string): string;
  beaten(candidate: string, price: string, why: string): string;
  excluded(candidate: string, why: string): string;
  /** Behind a colon; no sentence. */
  readonly criteria: Readonly<Record<Criterion, (winner: PriceCandidate, beaten: PriceCandidate) => string>>;
  /** Behind a colon; no sentence. */
  readonly exclusions: Readonly<Record<Exclusion, (asked: Asked) => string>>;
  moreRules(count: number): string;
  contradicted(count: number): string;
  /** What a conflict is about; no sentence. */
  conflict(conflict: PriceConflict): string;
  /** One of its rules, and what it comes to. */
  conflicting(rule: ConflictingRule, isFirst: boolean): string;
}

/** Money with two places at least: `25.00`, `12.375`. */
export function amountText(amount: string, point: '.' | ','): string {
  const [whole = '', places = ''] = amount.split('.');
  return `${whole}${point}${places.padEnd(2, '0')}`;
}

/** A day where the time is midnight. */
export const momentText = (moment: string): string => moment.replace(' 00:00:00', '');
