import { fail } from '../../domain/error.ts';
import type { Order, OrderRecord } from '../../domain/order.ts';
import type { Sql } from '../database.ts';
import {
  type LineRow,
  type OrderRow,
  orderFromRow,
  recordFromRows,
  type StateChangeRow,
  type TrackingRow,
} from './rows.ts';

const COLUMNS = 'order_key, id, reference, state, placed_at, content, read_at, read_by, confirmed_at';
const BY_ID = `SELECT ${COLUMNS} FROM shop_order WHERE id = $1`;
export const NEXT_ORDERS = `SELECT ${COLUMNS} FROM shop_order WHERE order_key > $1 ORDER BY order_key LIMIT $2`;
const RANGE = 'WHERE order_key >= $1 AND order_key <= $2 ORDER BY order_key, position';
const LINES = `SELECT order_key, reference, quantity, name, net_unit_price, tax_rate, ecotax, axis1, axis2
  FROM order_line ${RANGE}`;
const HISTORY = `SELECT order_key, state, changed_at, changed_by FROM order_state_change ${RANGE}`;
const TRACKING = `SELECT order_key, tracking_number FROM order_tracking ${RANGE}`;

export const findOrder = (sql: Sql, id: string): Promise<OrderRow | undefined> =>
  sql.get<OrderRow>(BY_ID, [id]);

/** Rejects with `order_unknown`. */
export async function requireOrder(sql: Sql, id: string): Promise<OrderRow> {
  const row = await findOrder(sql, id);
  if (!row) throw fail('order_unknown', { entity: 'order', record: id });
  return row;
}

export async function orderOf(sql: Sql, row: OrderRow): Promise<Order> {
  return orderFromRow(row, await sql.all<LineRow>(LINES, [row.order_key, row.order_key]));
}

/** Of orders that follow each other: `rows` ascends, and leaves none out between its first and its last. */
export async function recordsOf(sql: Sql, rows: readonly OrderRow[]): Promise<readonly OrderRecord[]> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const range = [first.order_key, last.order_key];
  const lines = Map.groupBy(await sql.all<LineRow>(LINES, range), keyOf);
  const history = Map.groupBy(await sql.all<StateChangeRow>(HISTORY, range), keyOf);
  const tracking = Map.groupBy(await sql.all<TrackingRow>(TRACKING, range), keyOf);
  return rows.map((row) =>
    recordFromRows(row, {
      lines: lines.get(row.order_key) ?? [],
      history: history.get(row.order_key) ?? [],
      tracking: tracking.get(row.order_key) ?? [],
    }),
  );
}

const keyOf = (row: { readonly order_key: number }): number => row.order_key;
