import { sql as raw } from 'kysely';
import type { OrderRecord } from '../../../domain/order.ts';
import { readPages } from '../../../store/pages.ts';
import { readHandOvers } from '../../side/orders.ts';
import type { TheliaContext } from '../context.ts';
import { sideOf, type TheliaSql } from '../tables.ts';
import { orderRow } from './hand-over.ts';
import { type OrderRow, ordersOf, selectOrders } from './read.ts';
import { trackingNumbers } from './tracking.ts';

const BATCH = 500;

export const readOrderRecord = (context: TheliaContext, id: string): Promise<OrderRecord | undefined> =>
  context.database.snapshot(async (sql) => {
    const row = await orderRow(sql, id);
    return row && (await recordsOf(sql, context, [row]))[0];
  });

/** In the order in which they came. */
export const readOrderRecords = (context: TheliaContext): AsyncGenerator<readonly OrderRecord[]> =>
  readPages<OrderRecord, number>({
    from: 0,
    read: (after) =>
      context.database.snapshot(async (sql) => {
        const rows = await selectOrders(sql)
          .where('order.id', '>', after)
          .orderBy('order.id')
          .limit(raw.lit(BATCH))
          .execute();
        return { items: await recordsOf(sql, context, rows), last: rows.at(-1)?.key };
      }),
  });

async function recordsOf(
  sql: TheliaSql,
  context: TheliaContext,
  rows: readonly OrderRow[],
): Promise<readonly OrderRecord[]> {
  const handOvers = await readHandOvers(
    sideOf(sql),
    rows.map(({ key }) => key),
    context.clock,
  );
  const orders = await ordersOf(sql, context, rows);
  return orders.map((order, index) => ({
    ...order,
    history: [],
    ...handOvers.get(rows[index]?.key ?? 0),
    trackingNumbers: trackingNumbers(rows[index]?.parcels ?? ''),
  }));
}
