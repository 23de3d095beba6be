import type { Order } from '../../domain/order.ts';
import type { ErpSource } from '../erp-source.ts';
import { instantOfDay } from './calendar.ts';
import { changeRecords, passDay, type SimulatedChange } from './changes.ts';
import { openLedger } from './ledger.ts';
import { type SimulatorOptions, worldFromOptions, worldName } from './options.ts';
import { orderFor } from './orders.ts';
import { orderOfPiece, pieceNumber } from './sales-documents.ts';
import { createSource } from './source.ts';

/** An order of the shop, and the piece that it became. */
interface SimulatedPiece {
  readonly document: string;
  readonly order: Order;
}

export interface SimulatedErp {
  /** Closing it closes the ERP. */
  readonly source: ErpSource;
  /** The simulated instant; give it to `sync`, which asks how old a document is. */
  now(): Date;
  /**
   * Lets days pass: prices and stocks of some articles change, an article a day is added, imported orders are delivered
   * after one or two days and invoiced two days later. Gives what changed, each record once.
   */
  advance(days?: number): readonly SimulatedChange[];
  /** Changes exactly `count` records: articles, and a tenth each of new articles, customers and price rules. */
  change(count: number): readonly SimulatedChange[];
  /** The shop's order number `number`, from 0, as customers would place it; asks and changes nothing in the ERP. */
  orderFor(number: number): Order;
  /** Oldest first. */
  pieces(): readonly SimulatedPiece[];
}

/**
 * An ERP that does not exist: everything in it follows from the seed and from what was called, the same on every machine.
 * Throws `source_unavailable` when its folder cannot be used, `option_invalid` for a start date that is none.
 */
export function createSimulatedErp(options: SimulatorOptions): SimulatedErp {
  const world = worldFromOptions(options);
  instantOfDay(world.startDate, 0);
  const ledger = openLedger(options.folder, worldName(world));
  return {
    source: createSource(world, ledger),
    now: () => instantOfDay(world.startDate, ledger.clock().day),
    advance: (days = 1) => distinct(Array.from({ length: days }, () => passDay(world, ledger)).flat()),
    change: (count) => changeRecords(world, ledger, count),
    orderFor: (number) => orderFor(world, number),
    pieces: () =>
      ledger.pieces().map((piece) => ({
        document: pieceNumber(world, 'order', piece.number),
        order: orderOfPiece(piece),
      })),
  };
}

const distinct = (changes: readonly SimulatedChange[]): readonly SimulatedChange[] => [
  ...new Map(changes.map((change) => [`${change.kind} ${change.key}`, change])).values(),
];
