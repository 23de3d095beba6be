import { createHandOver } from '../../side/hand-over.ts';
import { addTracking } from '../../side/orders.ts';
import type { VirtuemartContext } from '../context.ts';
import { readOrderStates } from '../site/states.ts';
import { sideOf, type VirtuemartSql } from '../tables.ts';
import { lockOrder, orderKey } from './find.ts';
import { moveOrder, noteTracking, readHistories } from './history.ts';
import { ordersOf, selectOrders } from './read.ts';

export const handOver = (context: VirtuemartContext) =>
  createHandOver(context, {
    async find(sql, id) {
      const row = await orderRow(sql, context, id);
      const [order] = row ? await ordersOf(sql, context, [row]) : [];
      return row && order && { key: row.key, order };
    },
    lock: (sql, id) => lockOrder(sql, context, id),
    states: readOrderStates,
    move: (sql, { key, state: from }, { state: to, at, by }) => moveOrder(sql, key, { from, to, at, by }),
    async past(sql, { key }) {
      const history = (await readHistories(sql, [key], context.clock)).get(key) ?? [];
      return history.map(({ state }) => state);
    },
    async track(sql, { key, state }, number) {
      const added = await addTracking(sideOf(sql), key, number);
      if (added) await noteTracking(sql, key, { state, number, at: context.now() });
      return added;
    },
  });

export async function orderRow(sql: VirtuemartSql, context: VirtuemartContext, id: string) {
  const key = orderKey(id);
  if (key === undefined) return undefined;
  return selectOrders(sql, context).where('order.virtuemart_order_id', '=', key).executeTakeFirst();
}
