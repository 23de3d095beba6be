import { add, type Decimal, ZERO } from '../../domain/decimal.ts';
import type { ErpSource, Read } from '../erp-source.ts';
import { type ArticlePast, articleChanges, articleStocks } from './articles.ts';
import { customerChange } from './customers.ts';
import type { Ledger, Piece } from './ledger.ts';
import type { World } from './options.ts';
import { priceRule } from './price-rules.ts';
import { documentsOf, isShipped, orderOfPiece, pieceNumber, shipmentOf } from './sales-documents.ts';

const BATCH = 500;

/** Each list is of the moment at which its reading began. */
export function createSource(world: World, ledger: Ledger): ErpSource {
  const articleNumbers = (): number => world.articles + ledger.clock().added;
  const pieceNumberOf = (number: number): string => pieceNumber(world, 'order', number);
  const piecesWith = <Item>(items: (piece: Piece, today: number) => readonly Item[]): readonly Item[] => {
    const { day } = ledger.clock();
    return ledger.pieces().flatMap((piece) => items(piece, day));
  };
  return {
    name: `simulator ${world.seed}`,
    async *articles() {
      const past = readPast(world, ledger);
      yield* batches(articleNumbers(), (number) => articleChanges(world, number, past(number)));
    },
    async *stock() {
      if (!world.stockApart) return;
      const past = readPast(world, ledger);
      yield* batches(articleNumbers(), (number) => articleStocks(world, number, past(number)));
    },
    async *customers() {
      const revisions = ledger.revisions('customer');
      yield* batches(world.customers, (number) => [
        customerChange(world, number, revisions.get(number) ?? 0),
      ]);
    },
    async *priceRules() {
      const revisions = ledger.revisions('price_rule');
      yield* batches(world.priceRules, (number) => [priceRule(world, number, revisions.get(number) ?? 0)]);
    },
    async *salesDocuments() {
      const documents = piecesWith((piece, today) => documentsOf(world, piece, today));
      yield* batches(documents.length, (at) => documents.slice(at, at + 1));
    },
    async *shipments() {
      const shipments = piecesWith((piece, today) =>
        isShipped(world, piece, today) ? [shipmentOf(world, piece)] : [],
      );
      yield* batches(shipments.length, (at) => shipments.slice(at, at + 1));
    },
    async importedOrder(id) {
      const number = ledger.pieceOf(id);
      return number === undefined ? undefined : pieceNumberOf(number);
    },
    async importOrder(order) {
      const { number, isNew } = ledger.addPiece(order.id, JSON.stringify(order));
      return { document: pieceNumberOf(number), outcome: isNew ? 'imported' : 'already_imported' };
    },
    async close() {
      ledger.close();
    },
  };
}

/** What has happened to each article, by its number. */
function readPast(world: World, ledger: Ledger): (article: number) => ArticlePast {
  const prices = ledger.revisions('price');
  const stocks = ledger.revisions('stock');
  const delivered = deliveredQuantities(world, ledger);
  return (article) => ({ prices: prices.get(article) ?? 0, stocks: stocks.get(article) ?? 0, delivered });
}

/** Goods leave the stock when they leave the house: until then an order only reserves them. */
function deliveredQuantities(world: World, ledger: Ledger): ReadonlyMap<string, Decimal> {
  const { day } = ledger.clock();
  const quantities = new Map<string, Decimal>();
  for (const piece of ledger.pieces()) {
    if (!isShipped(world, piece, day)) continue;
    for (const { reference, quantity } of orderOfPiece(piece).lines) {
      quantities.set(reference, add(quantities.get(reference) ?? ZERO, quantity));
    }
  }
  return quantities;
}

function* batches<Item>(
  count: number,
  records: (number: number) => readonly Item[],
): Generator<Read<Item>[]> {
  let batch: Read<Item>[] = [];
  for (let number = 0; number < count; number++) {
    for (const value of records(number)) batch.push({ value });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
