import { compare, type Decimal } from '../decimal.ts';
import type { PriceCandidate } from './candidates.ts';

/** Of two prices that hold, what decides between them, in this order. `order`: nothing; the first by its key is taken. */
export const CRITERIA = ['buyer', 'article', 'quantity', 'named', 'origin', 'price', 'order'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** A price that holds, with the net unit price that it gives. */
export interface Holding {
  readonly candidate: PriceCandidate;
  readonly netPrice: Decimal;
}

interface Comparison {
  /** Negative when the first one is to be taken. */
  readonly sign: number;
  readonly by: Criterion;
}

/** `reference` is the article's own, which comes before its parent's. */
export function compareHolding(a: Holding, b: Holding, reference: string): Comparison {
  for (const by of CRITERIA) {
    const sign = COMPARISONS[by](a, b, reference);
    if (sign !== 0) return { sign, by };
  }
  return { sign: 0, by: 'order' };
}

type Compare = (a: Holding, b: Holding, reference: string) => number;
const descending =
  (rank: (candidate: PriceCandidate, reference: string) => number): Compare =>
  (a, b, reference) =>
    rank(b.candidate, reference) - rank(a.candidate, reference);

const COMPARISONS: Readonly<Record<Criterion, Compare>> = {
  buyer: descending(standing),
  article: descending((candidate, reference) => Number(candidate.reference === reference)),
  quantity: (a, b) => compare(b.candidate.fromQuantity, a.candidate.fromQuantity),
  named: descending(namedOf),
  origin: descending(({ origin }) => Number(origin === 'rule')),
  price: (a, b) => compare(a.netPrice, b.netPrice),
  order: (a, b) => compareKeys(a.candidate, b.candidate),
};

/** How many of currency and country it names. */
export function namedOf({ currency, country }: Pick<PriceCandidate, 'currency' | 'country'>): number {
  return Number(currency !== '') + Number(country !== '');
}

/** The sale price is what is left where no other price holds, so that a rule for the parent comes before a variant's own. */
function standing({ origin, customer, group }: PriceCandidate): number {
  if (origin === 'sale_price') return 0;
  if (customer !== '') return 3;
  return group === '' ? 1 : 2;
}

/** Negative when the first one is to be taken where nothing else decides. */
export const compareKeys = (a: PriceCandidate, b: PriceCandidate): number => compareTexts(keyOf(a), keyOf(b));

const keyOf = (candidate: PriceCandidate): readonly string[] => [
  candidate.origin === 'rule' ? '' : candidate.origin,
  candidate.source,
  candidate.rule,
  candidate.validFrom,
  candidate.group,
  candidate.currency,
  candidate.country,
];

function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (let place = 0; place < a.length; place += 1) {
    const [left = '', right = ''] = [a[place], b[place]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
