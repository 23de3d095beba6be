import { sql as raw } from 'kysely';
import { createHandOver } from '../../side/hand-over.ts';
import { addTracking } from '../../side/orders.ts';
import type { HikashopContext } from '../context.ts';
import { readStates } from '../site/states.ts';
import { type HikashopSql, sideOf } from '../tables.ts';
import { lockOrder } from './find.ts';
import { moveOrder, noteTracking, readHistories } from './history.ts';
import { ordersOf, selectOrders } from './read.ts';

export const handOver = (context: HikashopContext) =>
  createHandOver(context, {
    async find(sql, id) {
      const row = await orderRow(sql, id);
      const [order] = row ? await ordersOf(sql, context, [row]) : [];
      return row && order && { key: row.key, order };
    },
    lock: lockOrder,
    states: (sql) => readStates(sql, context.prefix),
    move: (sql, { key }, move) => moveOrder(sql, key, move),
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

export const orderRow = (sql: HikashopSql, id: string) =>
  selectOrders(sql)
    .where('order_number', '=', id)
    .orderBy('order.order_id', 'desc')
    .limit(raw.lit(1))
    .executeTakeFirst();
