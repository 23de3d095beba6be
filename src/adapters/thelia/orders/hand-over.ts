import { createHandOver } from '../../side/hand-over.ts';
import type { TheliaContext } from '../context.ts';
import { readStates } from '../site/states.ts';
import type { TheliaSql } from '../tables.ts';
import { lockOrder, orderKey } from './find.ts';
import { ordersOf, selectOrders } from './read.ts';
import { moveOrder, noteState, stateBefore } from './states.ts';
import { withTracking } from './tracking.ts';

export const handOver = (context: TheliaContext) =>
  createHandOver(context, {
    async find(sql, id) {
      const row = await orderRow(sql, id);
      const [order] = row ? await ordersOf(sql, context, [row]) : [];
      return row && order && { key: row.key, order };
    },
    lock: lockOrder,
    states: readStates,
    async move(sql, order, { state, at, by }) {
      if (by === 'erp') await noteState(sql, order);
      await moveOrder(sql, order, { state, now: context.clock.local(at) });
    },
    async past(sql, order) {
      const before = await stateBefore(sql, order);
      return before === undefined ? [] : [before];
    },
    async track(sql, { key, parcels }, number) {
      const colis = withTracking(parcels, number);
      if (colis === undefined) return false;
      await sql.updateTable('commande').set({ colis }).where('id', '=', key).execute();
      return true;
    },
  });

export const orderRow = (sql: TheliaSql, id: string) =>
  selectOrders(sql)
    .where('order.id', '=', orderKey(id) ?? 0)
    .executeTakeFirst();
