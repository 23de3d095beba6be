import type { LocalDateTime } from '../../domain/dates.ts';
import type { Order } from '../../domain/order.ts';
import type { ConfirmedOrder, SaveResult } from '../../shop/shop.ts';
import type { Database, Sql } from '../database.ts';
import { orderOf, requireOrder } from './find.ts';
import { addStateChange, addTrackingNumber } from './past.ts';

const LEASE = `UPDATE shop_order SET read_at = $2, read_by = $3
  WHERE order_key = $1 AND read_at IS NULL AND confirmed_at IS NULL`;
const CONFIRM = `UPDATE shop_order SET state = $2, confirmed_at = $3, read_at = NULL, read_by = NULL
  WHERE order_key = $1`;
const OFFER_AGAIN = `UPDATE shop_order SET state = $2, confirmed_at = NULL, read_at = NULL, read_by = NULL
  WHERE order_key = $1`;
const PAST_STATES = 'SELECT state FROM order_state_change WHERE order_key = $1 ORDER BY position DESC';

export interface Reading {
  readonly id: string;
  readonly reader: string;
  readonly now: LocalDateTime;
}

/**
 * The lease is the first reader's, until the order is confirmed or offered again: a connector that reads an order every
 * hour and never confirms it must not look as if it had just begun. So reading again writes nothing.
 */
export async function readOrder(database: Database, { id, reader, now }: Reading): Promise<Order> {
  const { row, order } = await database.snapshot(async (sql) => {
    const found = await requireOrder(sql, id);
    return { row: found, order: await orderOf(sql, found) };
  });
  if (row.read_at === null && row.confirmed_at === null) {
    await database.write((sql) => sql.run(LEASE, [row.order_key, now, reader]));
  }
  return order;
}

export interface Confirmation {
  readonly id: string;
  readonly finalState: string | undefined;
  readonly now: LocalDateTime;
}

/** The lease ends. Once confirmed, nothing is written again: the shop may have moved on since the reply was lost. */
export async function confirmOrder(sql: Sql, { id, finalState, now }: Confirmation): Promise<ConfirmedOrder> {
  const row = await requireOrder(sql, id);
  if (row.confirmed_at !== null) return { id, state: row.state };
  const state = finalState ?? row.state;
  await sql.run(CONFIRM, [row.order_key, state, now]);
  if (state !== row.state) await addStateChange(sql, row.order_key, { state, at: now, by: 'erp' });
  return { id, state };
}

export interface Offer {
  readonly id: string;
  /** Undefined: all. */
  readonly importableStates: readonly string[] | undefined;
  readonly now: LocalDateTime;
}

/** An order whose state is not importable goes back to its last one that is: else nobody would be offered it. */
export async function offerOrderAgain(sql: Sql, { id, importableStates, now }: Offer): Promise<void> {
  const row = await requireOrder(sql, id);
  const isImportable = (state: string): boolean => importableStates?.includes(state) ?? true;
  const past = isImportable(row.state) ? [] : await sql.all<{ state: string }>(PAST_STATES, [row.order_key]);
  const state = past.find((change) => isImportable(change.state))?.state ?? row.state;
  await sql.run(OFFER_AGAIN, [row.order_key, state]);
  if (state !== row.state) await addStateChange(sql, row.order_key, { state, at: now, by: 'shop' });
}

export async function saveTracking(sql: Sql, id: string, trackingNumber: string): Promise<SaveResult> {
  const added = await addTrackingNumber(sql, (await requireOrder(sql, id)).order_key, trackingNumber);
  return { outcome: added === 0 ? 'unchanged' : 'updated', warnings: [] };
}
