import { isDeepStrictEqual } from 'node:util';
import type { LocalDateTime } from '../../domain/dates.ts';
import type { Order, OrderLine, OrderPast } from '../../domain/order.ts';
import type { SaveResult } from '../../shop/shop.ts';
import type { Sql } from '../database.ts';
import { assigned, insertInto } from '../sql-text.ts';
import { findOrder, orderOf } from './find.ts';
import { noteOrderId } from './made-id.ts';
import { changedOrderFields, type OrderNotes } from './note.ts';
import { addStateChange, addTrackingNumber } from './past.ts';
import { HAND_OVER, ORDER_LINE, type OrderRow, PLACED, placedOrder } from './rows.ts';

const INSERT = `${insertInto('shop_order', [...PLACED.names, ...HAND_OVER.names])} RETURNING order_key`;
const UPDATE = `UPDATE shop_order SET ${assigned(PLACED.names, 2)} WHERE order_key = $1`;
const DELETE_LINES = 'DELETE FROM order_line WHERE order_key = $1';

export interface Placing {
  readonly order: Order;
  /** Of an order that comes from another store; only a new order takes it. */
  readonly past: OrderPast | undefined;
  readonly now: LocalDateTime;
  readonly notes: OrderNotes;
}

export async function placeOrder(sql: Sql, placing: Placing): Promise<SaveResult> {
  const stored = await findOrder(sql, placing.order.id);
  if (stored) return changeOrder(sql, stored, placing);
  await insertOrder(sql, placing);
  return { outcome: 'created', warnings: [] };
}

export async function insertOrder(sql: Sql, { order, past, now, notes }: Placing): Promise<void> {
  const cells = [...PLACED.cells(placedOrder(order)), ...HAND_OVER.cells(past ?? {})];
  const inserted = await sql.get<{ order_key: number }>(INSERT, cells);
  if (!inserted) throw new Error('an inserted order has a key');
  const key = inserted.order_key;
  await noteOrderId(sql, order.id);
  await addLines(sql, key, order.lines);
  for (const change of past?.history ?? [{ state: order.state, at: now, by: 'shop' } as const])
    await addStateChange(sql, key, change);
  for (const number of past?.trackingNumbers ?? []) await addTrackingNumber(sql, key, number);
  notes.created(order.id);
}

async function changeOrder(sql: Sql, stored: OrderRow, placing: Placing): Promise<SaveResult> {
  const { order, now, notes } = placing;
  const before = await orderOf(sql, stored);
  if (isDeepStrictEqual(before, order)) return { outcome: 'unchanged', warnings: [] };
  await sql.run(UPDATE, [stored.orderKey, ...PLACED.cells(placedOrder(order))]);
  if (!isDeepStrictEqual(before.lines, order.lines)) {
    await sql.run(DELETE_LINES, [stored.orderKey]);
    await addLines(sql, stored.orderKey, order.lines);
  }
  if (before.state !== order.state)
    await addStateChange(sql, stored.orderKey, { state: order.state, at: now, by: 'shop' });
  notes.updated(order.id, changedOrderFields(before, order));
  return { outcome: 'updated', warnings: [] };
}

async function addLines(sql: Sql, key: number, lines: readonly OrderLine[]): Promise<void> {
  for (const [position, line] of lines.entries())
    await sql.run(ORDER_LINE.insert, ORDER_LINE.cells({ orderKey: key, position, ...line }));
}
