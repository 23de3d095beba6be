import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OrderRecord } from '../../domain/order.ts';
import type { OrdersPart, StoreContext } from '../context.ts';
import type { Database } from '../database.ts';
import { findOrder, NEXT_ORDERS, recordsOf } from './find.ts';
import { confirmOrder, offerOrderAgain, readOrder, saveTracking } from './hand-over.ts';
import { listOrders } from './lists.ts';
import { placeOrder } from './place.ts';
import type { OrderRow } from './rows.ts';

/** The shop's orders and their way to the ERP: listed, read, confirmed (seed §10 to §12). */
export function createOrders({ database, now, importableStates }: StoreContext): OrdersPart {
  return {
    shop: {
      listOrders: (query) => listOrders(database.read, query, importableStates),
      readOrder: (id, reader) => readOrder(database, { id, reader, now: now() }),
      confirmOrder: (id, finalState) =>
        database.write((sql) => confirmOrder(sql, { id, finalState, now: now() })),
      saveTracking: (id, trackingNumber) => database.write((sql) => saveTracking(sql, id, trackingNumber)),
    },
    backoffice: {
      placeOrder: (order, past) => database.write((sql) => placeOrder(sql, { order, past, now: now() })),
      offerOrderAgain: (id) =>
        database.write((sql) => offerOrderAgain(sql, { id, importableStates, now: now() })),
      order: (id) =>
        database.snapshot(async (sql) => {
          const row = await findOrder(sql, id);
          return row && (await recordsOf(sql, [row]))[0];
        }),
      orders: () => readOrders(database),
    },
  };
}

const BATCH = 500;

/** In the order in which they came. */
async function* readOrders(database: Database): AsyncGenerator<readonly OrderRecord[]> {
  for (let after = 0; ; ) {
    const page = await database.snapshot(async (sql) => {
      const rows = await sql.all<OrderRow>(NEXT_ORDERS, [after, BATCH]);
      return { records: await recordsOf(sql, rows), last: rows.at(-1) };
    });
    if (!page.last) return;
    after = page.last.order_key;
    yield page.records;
    await nextTurn();
  }
}
