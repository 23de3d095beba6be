import { sql as raw } from 'kysely';
import type { OrderRecord } from '../../../domain/order.ts';
import { readPages } from '../../../store/pages.ts';
import { readHandOvers } from '../../side/orders.ts';
import type { HikashopContext } from '../context.ts';
import { type HikashopSql, sideOf } from '../tables.ts';
import { orderRow } from './hand-over.ts';
import { readHistories } from './history.ts';
import { type OrderRow, ordersOf, selectOrders } from './read.ts';

const BATCH = 500;

export const readOrderRecord = (context: HikashopContext, id: string): Promise<OrderRecord | undefined> =>
  context.database.snapshot(async (sql) => {
    const row = await orderRow(sql, id);
    return row && (await recordsOf(sql, context, [row]))[0];
  });

/** In the order in which they came. */
export const readOrderRecords = (context: HikashopContext): AsyncGenerator<readonly OrderRecord[]> =>
  readPages<OrderRecord, number>({
    from: 0,
    read: (after) =>
      context.database.snapshot(async (sql) => {
        const rows = await selectOrders(sql)
          .where('order.order_id', '>', after)
          .orderBy('order.order_id')
          .limit(raw.lit(BATCH))
          .execute();
        return { items: await recordsOf(sql, context, rows), last: rows.at(-1)?.key };
      }),
  });

async function recordsOf(
  sql: HikashopSql,
  context: HikashopContext,
  rows: readonly OrderRow[],
): Promise<readonly OrderRecord[]> {
  const keys = rows.map(({ key }) => key);
  const histories = await readHistories(sql, keys, context.clock);
  const handOvers = await readHandOvers(sideOf(sql), keys, context.clock);
  const orders = await ordersOf(sql, context, rows);
  return orders.map((order, index) => {
    const key = keys[index] ?? 0;
    return { ...order, history: histories.get(key) ?? [], trackingNumbers: [], ...handOvers.get(key) };
  });
}
