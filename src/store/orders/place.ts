import { isDeepStrictEqual } from 'node:util';
import type { LocalDateTime } from '../../domain/dates.ts';
import type { Order, OrderLine, OrderPast } from '../../domain/order.ts';
import type { SaveResult } from '../../shop/shop.ts';
import type { Sql } from '../database.ts';
import { findOrder, orderOf } from './find.ts';
import { addStateChange, addTrackingNumber } from './past.ts';
import { lineValues, type OrderRow, orderValues } from './rows.ts';

const INSERT = `INSERT INTO shop_order (id, reference, state, placed_at, customer_id, customer_email, paid, content,
  read_at, read_by, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING order_key`;
const UPDATE = `UPDATE shop_order SET reference = $2, state = $3, placed_at = $4, customer_id = $5, customer_email = $6,
  paid = $7, content = $8 WHERE id = $1`;
const DELETE_LINES = 'DELETE FROM order_line WHERE order_key = $1';
const INSERT_LINE = `INSERT INTO order_line (order_key, position, reference, quantity, name, net_unit_price, tax_rate,
  ecotax, axis1, axis2) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

export interface Placing {
  readonly order: Order;
  /** Of an order that comes from another store; only a new order takes it. */
  readonly past: OrderPast | undefined;
  readonly now: LocalDateTime;
}

export async function placeOrder(sql: Sql, placing: Placing): Promise<SaveResult> {
  const stored = await findOrder(sql, placing.order.id);
  if (stored) return changeOrder(sql, stored, placing);
  await addOrder(sql, placing);
  return { outcome: 'created', warnings: [] };
}

async function addOrder(sql: Sql, { order, past, now }: Placing): Promise<void> {
  const lease = [past?.readAt ?? null, past?.readBy ?? null, past?.confirmedAt ?? null];
  const inserted = await sql.get<{ order_key: number }>(INSERT, [...orderValues(order), ...lease]);
  if (!inserted) throw new Error('an inserted order has a key');
  const key = inserted.order_key;
  await addLines(sql, key, order.lines);
  for (const change of past?.history ?? [{ state: order.state, at: now, by: 'shop' } as const])
    await addStateChange(sql, key, change);
  for (const number of past?.trackingNumbers ?? []) await addTrackingNumber(sql, key, number);
}

async function changeOrder(sql: Sql, stored: OrderRow, { order, now }: Placing): Promise<SaveResult> {
  const before = await orderOf(sql, stored);
  if (isDeepStrictEqual(before, order)) return { outcome: 'unchanged', warnings: [] };
  await sql.run(UPDATE, orderValues(order));
  if (!isDeepStrictEqual(before.lines, order.lines)) {
    await sql.run(DELETE_LINES, [stored.order_key]);
    await addLines(sql, stored.order_key, order.lines);
  }
  if (before.state !== order.state)
    await addStateChange(sql, stored.order_key, { state: order.state, at: now, by: 'shop' });
  return { outcome: 'updated', warnings: [] };
}

async function addLines(sql: Sql, key: number, lines: readonly OrderLine[]): Promise<void> {
  for (const [position, line] of lines.entries())
    await sql.run(INSERT_LINE, [key, position, ...lineValues(line)]);
}
