import { isOneRecord, type SoldRecord, soldRecord } from './article-keys.ts';
import { planArticle } from './article-plan.ts';
import { customerCode } from './customers.ts';
import { type Dice, throwDice } from './dice.ts';
import type { Clock, Ledger, Piece, RevisionKind } from './ledger.ts';
import type { World } from './options.ts';
import { priceRule } from './price-rules.ts';
import { invoiceDay, orderOfPiece, pieceNumber, shippingDay } from './sales-documents.ts';
import { strideThrough } from './stride.ts';

/** A record that the ERP would now give differently. */
export interface SimulatedChange {
  readonly kind: 'article' | 'customer' | 'price_rule' | 'shipment' | 'document';
  /** A reference, a customer's code, `source/rule/reference/fromQuantity`, an order's id, a piece's number. */
  readonly key: string;
}

/** How many records of each kind a step changes. */
interface Amounts {
  readonly prices: number;
  readonly stocks: number;
  readonly added: number;
  readonly customers: number;
  readonly priceRules: number;
}

/** One day: some prices and quantities change, an article is added, what was ordered goes out. */
export function passDay(world: World, ledger: Ledger): readonly SimulatedChange[] {
  const clock = ledger.clock();
  const today = clock.day + 1;
  const pieces = ledger.pieces();
  const shipped = pieces.filter((piece) => shippingDay(world, piece) === today);
  const invoiced = pieces.filter((piece) => invoiceDay(world, piece) === today);
  const sold = soldRecords(world, shipped);
  const untouched = new Set(sold.map(({ article }) => article));
  const percent = (share: number): number => Math.max(1, Math.floor((world.articles * share) / 100));
  const amounts = { prices: percent(1), stocks: percent(2), added: 1, customers: 0, priceRules: 0 };
  const changed = makeStep(world, ledger, { clock: { ...clock, day: today }, amounts, untouched });
  const numbered = (kind: 'delivery_note' | 'invoice') => (piece: Piece) =>
    ({ kind: 'document', key: pieceNumber(world, kind, piece.number) }) as const;
  return [
    ...changed,
    ...[...new Set(sold.map(({ key }) => key))].map((key) => ({ kind: 'article', key }) as const),
    ...shipped.map((piece) => ({ kind: 'shipment', key: orderOfPiece(piece).id }) as const),
    ...shipped.map(numbered('delivery_note')),
    ...invoiced.map(numbered('invoice')),
  ];
}

/** Exactly `count` records, on the same day: articles for the most part. */
export function changeRecords(world: World, ledger: Ledger, count: number): readonly SimulatedChange[] {
  const tenth = Math.floor(count / 10);
  const customers = Math.min(tenth, world.customers);
  const priceRules = Math.min(tenth, world.priceRules);
  const known = Math.min(count - customers - priceRules - tenth, oneRecordArticles(world));
  const stocks = Math.floor(known / 2);
  const added = count - customers - priceRules - known;
  const amounts = { customers, priceRules, stocks, prices: known - stocks, added };
  return makeStep(world, ledger, { clock: ledger.clock(), amounts, untouched: new Set() });
}

interface Step {
  readonly clock: Clock;
  readonly amounts: Amounts;
  /** Articles whose stock changes for another reason: two changes could cancel each other out. */
  readonly untouched: ReadonlySet<number>;
}

function makeStep(
  world: World,
  ledger: Ledger,
  { clock, amounts, untouched }: Step,
): readonly SimulatedChange[] {
  const steps = clock.steps + 1;
  const dice = throwDice(world.seed, 'step', steps);
  const articles = pickNumbers(dice, amounts.prices + amounts.stocks, {
    limit: world.articles,
    accepts: (number) => !untouched.has(number) && isOneRecord(world, number),
  });
  const prices = articles.slice(0, amounts.prices);
  const stocks = articles.slice(amounts.prices);
  const customers = pickNumbers(dice, amounts.customers, { limit: world.customers });
  const priceRules = pickNumbers(dice, amounts.priceRules, { limit: world.priceRules });
  const added = Array.from({ length: amounts.added }, (_, at) => world.articles + clock.added + at);
  const revised = (kind: RevisionKind, numbers: readonly number[]) =>
    numbers.map((number) => [kind, number] as const);
  ledger.record({ ...clock, steps, added: clock.added + amounts.added }, [
    ...revised('price', prices),
    ...revised('stock', stocks),
    ...revised('customer', customers),
    ...revised('price_rule', priceRules),
  ]);
  return [
    ...[...articles, ...added].map((number) => articleKey(world, number)),
    ...customers.map((number) => ({ kind: 'customer', key: customerCode(number) }) as const),
    ...priceRules.map((number) => ({ kind: 'price_rule', key: ruleKey(world, number) }) as const),
  ];
}

interface Choice {
  readonly limit: number;
  accepts?(number: number): boolean;
}

/** Different numbers below `limit`. */
function pickNumbers(dice: Dice, count: number, { limit, accepts = () => true }: Choice): readonly number[] {
  const picked: number[] = [];
  const start = dice.below(Math.max(1, limit), `start of ${limit}`);
  for (let turn = 0; turn < limit && picked.length < count; turn++) {
    const number = (start + turn * strideThrough(limit)) % limit;
    if (accepts(number)) picked.push(number);
  }
  return picked;
}

const oneRecordArticles = ({ profile, articles, withGammes }: World): number =>
  profile.gammes ? articles : articles - withGammes;

const articleKey = (world: World, number: number): SimulatedChange => ({
  kind: 'article',
  key: planArticle(world, number).reference,
});

function ruleKey(world: World, number: number): string {
  const { source, rule, reference, fromQuantity } = priceRule(world, number, 0);
  return [source, rule, reference, fromQuantity].join('/');
}

const soldRecords = (world: World, shipped: readonly Piece[]): readonly SoldRecord[] =>
  shipped
    .flatMap((piece) => orderOfPiece(piece).lines)
    .flatMap(({ reference }) => soldRecord(world, reference) ?? []);
