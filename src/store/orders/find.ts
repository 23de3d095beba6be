import { fail } from '../../domain/error.ts';
import type { Order, OrderRecord } from '../../domain/order.ts';
import type { Sql, SqlValue } from '../database.ts';
import { placeholders } from '../sql-text.ts';
import {
  type LineRow,
  ORDER_LINE,
  ORDER_STATE_CHANGE,
  ORDER_TRACKING,
  type OrderRow,
  orderFromRow,
  recordFromRows,
  SHOP_ORDER,
  type StateChangeRow,
  type TrackingRow,
} from './rows.ts';

const BY_ID = `${SHOP_ORDER.select} WHERE id = $1`;
export const NEXT_ORDERS = `${SHOP_ORDER.select} WHERE order_key > $1 ORDER BY order_key LIMIT $2`;

/** The statements that read all parts of the orders for whose keys a condition holds. */
interface PartStatements {
  readonly lines: string;
  readonly history: string;
  readonly tracking: string;
}

function partsWhere(condition: string): PartStatements {
  const rest = `WHERE ${condition} ORDER BY order_key, position`;
  return {
    lines: `${ORDER_LINE.select} ${rest}`,
    history: `${ORDER_STATE_CHANGE.select} ${rest}`,
    tracking: `${ORDER_TRACKING.select} ${rest}`,
  };
}

const PARTS_OF_RANGE = partsWhere('order_key >= $1 AND order_key <= $2');

export const findOrder = (sql: Sql, id: string): Promise<OrderRow | undefined> =>
  sql.get<OrderRow>(BY_ID, [id]);

/** Rejects with `order_unknown`. */
export async function requireOrder(sql: Sql, id: string): Promise<OrderRow> {
  const row = await findOrder(sql, id);
  if (!row) throw fail('order_unknown', { entity: 'order', record: id });
  return row;
}

export async function orderOf(sql: Sql, row: OrderRow): Promise<Order> {
  return orderFromRow(row, await sql.all<LineRow>(PARTS_OF_RANGE.lines, [row.orderKey, row.orderKey]));
}

/** Of orders that follow each other: `rows` ascends, and leaves none out between its first and its last. */
export async function recordsOf(sql: Sql, rows: readonly OrderRow[]): Promise<readonly OrderRecord[]> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  return withParts(sql, rows, { statements: PARTS_OF_RANGE, parameters: [first.orderKey, last.orderKey] });
}

interface PartsQuery {
  readonly statements: PartStatements;
  readonly parameters: readonly SqlValue[];
}

async function withParts(
  sql: Sql,
  rows: readonly OrderRow[],
  { statements, parameters }: PartsQuery,
): Promise<readonly OrderRecord[]> {
  const lines = Map.groupBy(await sql.all<LineRow>(statements.lines, parameters), keyOf);
  const history = Map.groupBy(await sql.all<StateChangeRow>(statements.history, parameters), keyOf);
  const tracking = Map.groupBy(await sql.all<TrackingRow>(statements.tracking, parameters), keyOf);
  return rows.map((row) =>
    recordFromRows(row, {
      lines: lines.get(row.orderKey) ?? [],
      history: history.get(row.orderKey) ?? [],
      tracking: tracking.get(row.orderKey) ?? [],
    }),
  );
}

/** As many keys as a statement takes; the last one stands for those that are missing, so that few are prepared. */
const KEY_COUNTS = [10, 50, 500];
const BY_KEYS = new Map(
  KEY_COUNTS.map((count) => {
    const condition = `order_key IN (${placeholders(count)})`;
    return [count, { rows: `${SHOP_ORDER.select} WHERE ${condition}`, statements: partsWhere(condition) }];
  }),
);

/** In the order of the keys, 500 at most. */
export async function recordsByKey(sql: Sql, keys: readonly number[]): Promise<readonly OrderRecord[]> {
  const last = keys.at(-1);
  const [count = 0, found] = [...BY_KEYS].find(([most]) => most >= keys.length) ?? [];
  if (last === undefined || !found) return [];
  const parameters = Array.from({ length: count }, (_, index) => keys[index] ?? last);
  const rows = new Map(
    (await sql.all<OrderRow>(found.rows, parameters)).map((row) => [row.orderKey, row] as const),
  );
  const inOrder = keys.flatMap((key) => rows.get(key) ?? []);
  return withParts(sql, inOrder, { statements: found.statements, parameters });
}

export async function readRecord(sql: Sql, id: string): Promise<OrderRecord | undefined> {
  const row = await findOrder(sql, id);
  return row && (await recordsOf(sql, [row]))[0];
}

const keyOf = (row: { readonly orderKey: number }): number => row.orderKey;
