import type { OrderRecord } from '../../../src/domain/order.ts';
import { duplicates, type Observation } from './ledger.ts';

export const FINAL_STATE = 'imported';

/** Both happen once: their number is 1. */
export const confirmationThing = (id: string): string => `confirmation of order ${id}`;
export const parcelThing = (id: string, parcel: string): string => `parcel ${parcel} of order ${id}`;

export const observeOrders = (orders: readonly OrderRecord[]): readonly Observation[] =>
  orders.flatMap((order) => [
    { thing: confirmationThing(order.id), numbers: confirmationsOf(order) },
    ...[...new Set(order.trackingNumbers)].map((parcel) => ({
      thing: parcelThing(order.id, parcel),
      numbers: [order.trackingNumbers.filter((number) => number === parcel).length],
    })),
  ]);

/** The mark, the state, and one entry in the history: all of them, or none. */
const confirmationsOf = ({ confirmedAt, state, history }: OrderRecord): readonly number[] => [
  confirmedAt === undefined ? 0 : 1,
  state === FINAL_STATE ? 1 : 0,
  history.filter((entry) => entry.by === 'erp' && entry.state === FINAL_STATE).length,
];

export const doubleOrders = (orders: readonly OrderRecord[]): readonly string[] =>
  duplicates(
    'order',
    orders.map(({ id }) => id),
  );
