import type { LocalDateTime } from '../dates.ts';
import { compare, type Decimal } from '../decimal.ts';
import { defined } from '../optional.ts';
import { candidateFromRule, type PriceCandidate, type PricingRule } from './candidates.ts';
import { judgePrice, lastMoment, resultingPrice } from './exclusion.ts';
import type { PricingOptions, SalePrices } from './question.ts';
import { compareKeys, namedOf } from './rank.ts';

/** Rules of one article that may hold for one and the same purchase, with nothing but the lower price to decide. */
export interface PriceConflict {
  readonly reference: string;
  /** Empty: rules for every customer. */
  readonly customer: string;
  /** The lowest price first: the one that is taken while it holds. */
  readonly rules: readonly ConflictingRule[];
}

export interface ConflictingRule {
  readonly candidate: PriceCandidate;
  /** Of one unit, excluding tax. Absent from a reduction while its product is not known. */
  readonly netPrice?: Decimal;
}

export interface ConflictQuestion {
  /** Undefined while the product is not known. */
  readonly article: SalePrices | undefined;
  /** What does not hold from then on contradicts nothing any more. */
  readonly at: LocalDateTime;
  readonly options: PricingOptions;
}

/** The contradictions among rules of one article. */
export function conflictsAmong(
  rules: readonly PricingRule[],
  question: ConflictQuestion,
): readonly PriceConflict[] {
  const offers = rules.map(candidateFromRule).flatMap((candidate) => offered(candidate, question));
  return [...Map.groupBy(offers, ({ candidate }) => rankOf(candidate)).values()]
    .flatMap(contradicting)
    .map((together) => ({
      reference: together[0]?.candidate.reference ?? '',
      customer: together[0]?.candidate.customer ?? '',
      rules: together.toSorted(compareOffers),
    }));
}

/** None when nobody will ever get it. */
function offered(
  candidate: PriceCandidate,
  { article, at, options }: ConflictQuestion,
): readonly ConflictingRule[] {
  const until = untilOf(candidate);
  if (candidate.retired || until < at || until < candidate.validFrom) return [];
  const netPrice = resultingPrice(candidate, article ?? {}, options);
  const isUnknown = netPrice === undefined && article === undefined;
  if (!isUnknown && 'exclusion' in judgePrice(netPrice, options)) return [];
  return [{ candidate, ...defined({ netPrice }) }];
}

/** Between rules of different ranks, something else than the price decides: see rank.ts. */
const rankOf = ({ customer, group, fromQuantity, ...named }: PriceCandidate): string =>
  JSON.stringify([customer, customer === '' ? group : '', fromQuantity, namedOf(named)]);

interface Cluster {
  readonly rules: readonly ConflictingRule[];
  /** The last moment at which one of them holds. */
  readonly until: string;
}

const FOR_EVER = '9999-12-31 23:59:59';

/** Groups of two and more, of which each contradicts another. */
function contradicting(offers: readonly ConflictingRule[]): readonly (readonly ConflictingRule[])[] {
  if (offers.length < 2) return [];
  const ended: Cluster[] = [];
  let open: readonly Cluster[] = [];
  const byBeginning = offers.toSorted((a, b) => compareTexts(a.candidate.validFrom, b.candidate.validFrom));
  for (const offer of byBeginning) {
    const { validFrom } = offer.candidate;
    ended.push(...open.filter(({ until }) => until < validFrom));
    open = open.filter(({ until }) => until >= validFrom);
    const touched = open.filter(({ rules }) => rules.some((other) => contradict(other, offer)));
    const ends = [untilOf(offer.candidate), ...touched.map(({ until }) => until)];
    const joined: Cluster = {
      rules: [...touched.flatMap(({ rules }) => rules), offer],
      until: ends.toSorted().at(-1) ?? FOR_EVER,
    };
    open = [...open.filter((cluster) => !touched.includes(cluster)), joined];
  }
  return [...ended, ...open].map(({ rules }) => rules).filter(({ length }) => length > 1);
}

/** Whether both may hold at a time, for the same buyer, and give different prices. */
const contradict = (a: ConflictingRule, b: ConflictingRule): boolean =>
  goTogether(a.candidate, b.candidate) && differ(a, b);

function goTogether(a: PriceCandidate, b: PriceCandidate): boolean {
  const meet = (one: string, other: string): boolean => one === '' || other === '' || one === other;
  return (
    meet(a.group, b.group) &&
    meet(a.currency, b.currency) &&
    meet(a.country, b.country) &&
    begins(a, b) &&
    begins(b, a)
  );
}

/** Before the other one ends. */
const begins = ({ validFrom }: PriceCandidate, other: PriceCandidate): boolean => validFrom <= untilOf(other);

const untilOf = ({ validTo }: PriceCandidate): string =>
  validTo === undefined ? FOR_EVER : lastMoment(validTo);

function differ(a: ConflictingRule, b: ConflictingRule): boolean {
  if (a.netPrice !== undefined && b.netPrice !== undefined) return a.netPrice !== b.netPrice;
  const said = ({ kind, value, basePrice }: PriceCandidate) => JSON.stringify([kind, value, basePrice]);
  return said(a.candidate) !== said(b.candidate);
}

function compareOffers(a: ConflictingRule, b: ConflictingRule): number {
  if (a.netPrice === undefined || b.netPrice === undefined)
    return Number(a.netPrice === undefined) - Number(b.netPrice === undefined);
  return compare(a.netPrice, b.netPrice) || compareKeys(a.candidate, b.candidate);
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
