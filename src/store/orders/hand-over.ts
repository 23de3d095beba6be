import type { LocalDateTime } from '../../domain/dates.ts';
import type { ConfirmedOrder, Order } from '../../domain/order.ts';
import type { SaveResult } from '../../shop/shop.ts';
import type { Sql } from '../database.ts';
import { orderOf, requireOrder } from './find.ts';
import type { OrderFieldChange, OrderNotes } from './note.ts';
import { addStateChange, addTrackingNumber } from './past.ts';
import type { OrderRow } from './rows.ts';

const LEASE = `UPDATE shop_order SET read_at = $2, read_by = $3
  WHERE order_key = $1 AND read_at IS NULL AND confirmed_at IS NULL`;
const CONFIRM = `UPDATE shop_order SET state = $2, confirmed_at = $3, read_at = NULL, read_by = NULL
  WHERE order_key = $1`;
const OFFER_AGAIN = `UPDATE shop_order SET state = $2, confirmed_at = NULL, read_at = NULL, read_by = NULL
  WHERE order_key = $1`;
const SET_STATE = 'UPDATE shop_order SET state = $2 WHERE order_key = $1';
const PAST_STATES = 'SELECT state FROM order_state_change WHERE order_key = $1 ORDER BY position DESC';

/** Rejects with `order_unknown`. */
export async function readOrder(
  sql: Sql,
  id: string,
): Promise<{ readonly row: OrderRow; readonly order: Order }> {
  const row = await requireOrder(sql, id);
  return { row, order: await orderOf(sql, row) };
}

export const isFree = ({ readAt, confirmedAt }: OrderRow): boolean => readAt === null && confirmedAt === null;

export interface Lease {
  readonly row: OrderRow;
  /** The exchange that reads it, where there is one. */
  readonly reader: string | undefined;
  readonly now: LocalDateTime;
  readonly notes: OrderNotes;
}

/**
 * The lease is the first reader's, until the order is confirmed or offered again: a connector that reads an order every
 * hour and never confirms it must not look as if it had just begun. So reading again writes nothing.
 */
export async function leaseOrder(sql: Sql, { row, reader, now, notes }: Lease): Promise<void> {
  const leased = await sql.run(LEASE, [row.orderKey, now, reader ?? null]);
  if (leased === 0) return;
  const readBy = reader === undefined ? [] : [{ path: 'readBy', after: reader } as const];
  notes.updated(row.id, [{ path: 'readAt', after: now }, ...readBy]);
}

export interface Confirmation {
  readonly id: string;
  readonly finalState: string | undefined;
  readonly now: LocalDateTime;
  readonly notes: OrderNotes;
}

/** The lease ends. Once confirmed, nothing is written again: the shop may have moved on since the reply was lost. */
export async function confirmOrder(sql: Sql, confirmation: Confirmation): Promise<ConfirmedOrder> {
  const { id, finalState, now, notes } = confirmation;
  const row = await requireOrder(sql, id);
  if (row.confirmedAt !== null) return { id, state: row.state };
  const state = finalState ?? row.state;
  await sql.run(CONFIRM, [row.orderKey, state, now]);
  if (state !== row.state) await addStateChange(sql, row.orderKey, { state, at: now, by: 'erp' });
  notes.updated(id, [...changedState(row, state), ...endOfLease(row), { path: 'confirmedAt', after: now }]);
  return { id, state };
}

const changedState = (row: OrderRow, state: string): readonly OrderFieldChange[] =>
  state === row.state ? [] : [{ path: 'state', before: row.state, after: state }];

/** What goes with the end of a lease. */
const endOfLease = ({ readAt, readBy }: OrderRow): readonly OrderFieldChange[] => [
  ...emptied('readAt', readAt),
  ...emptied('readBy', readBy),
];

const emptied = (path: OrderFieldChange['path'], before: string | null): readonly OrderFieldChange[] =>
  before === null ? [] : [{ path, before }];

export interface Offer {
  readonly id: string;
  /** Undefined: all. */
  readonly importableStates: readonly string[] | undefined;
  readonly now: LocalDateTime;
  readonly notes: OrderNotes;
}

/** An order whose state is not importable goes back to its last one that is: else nobody would be offered it. */
export async function offerOrderAgain(sql: Sql, offer: Offer): Promise<void> {
  const { id, importableStates, now, notes } = offer;
  const row = await requireOrder(sql, id);
  const isImportable = (state: string): boolean => importableStates?.includes(state) ?? true;
  const past = isImportable(row.state) ? [] : await sql.all<{ state: string }>(PAST_STATES, [row.orderKey]);
  const state = past.find((change) => isImportable(change.state))?.state ?? row.state;
  const changes = [
    ...changedState(row, state),
    ...endOfLease(row),
    ...emptied('confirmedAt', row.confirmedAt),
  ];
  if (changes.length === 0) return;
  await sql.run(OFFER_AGAIN, [row.orderKey, state]);
  if (state !== row.state) await addStateChange(sql, row.orderKey, { state, at: now, by: 'shop' });
  notes.updated(id, changes);
}

export interface StateMove {
  readonly id: string;
  readonly state: string;
  readonly now: LocalDateTime;
  readonly notes: OrderNotes;
}

export async function setOrderState(sql: Sql, { id, state, now, notes }: StateMove): Promise<SaveResult> {
  const row = await requireOrder(sql, id);
  if (state === row.state) return { outcome: 'unchanged', warnings: [] };
  await sql.run(SET_STATE, [row.orderKey, state]);
  await addStateChange(sql, row.orderKey, { state, at: now, by: 'shop' });
  notes.updated(id, changedState(row, state));
  return { outcome: 'updated', warnings: [] };
}

export interface Parcel {
  readonly id: string;
  readonly trackingNumber: string;
  readonly notes: OrderNotes;
}

export async function saveTracking(sql: Sql, { id, trackingNumber, notes }: Parcel): Promise<SaveResult> {
  const added = await addTrackingNumber(sql, (await requireOrder(sql, id)).orderKey, trackingNumber);
  if (added === 0) return { outcome: 'unchanged', warnings: [] };
  notes.updated(id, [{ path: 'trackingNumbers', after: [trackingNumber] }]);
  return { outcome: 'updated', warnings: [] };
}
