import type { OrderRecord } from '../../domain/order.ts';
import type { Origin } from '../../domain/origin.ts';
import { BY_ERP, BY_SHOP, type OrdersPart, type StoreContext, writingBy } from '../context.ts';
import type { Database, Sql } from '../database.ts';
import { readPages } from '../pages.ts';
import { addOrder } from './add.ts';
import { NEXT_ORDERS, readRecord, recordsOf } from './find.ts';
import {
  confirmOrder,
  isFree,
  leaseOrder,
  offerOrderAgain,
  readOrder,
  saveTracking,
  setOrderState,
} from './hand-over.ts';
import { listOrders } from './lists.ts';
import { createOrderNotes, type OrderNotes } from './note.ts';
import { readOrderPage } from './page.ts';
import { placeOrder } from './place.ts';
import { pruneRequests } from './requests.ts';
import type { OrderRow } from './rows.ts';

/** The shop's orders and their way to the ERP: listed, read, confirmed (seed §10 to §12). */
export function createOrders(context: StoreContext): OrdersPart {
  const { database, now, instant, importableStates } = context;
  const write = <T>(origin: Origin, work: (sql: Sql, notes: OrderNotes) => Promise<T>): Promise<T> => {
    const writing = writingBy(context, origin);
    return database.write((sql, note) => work(sql, createOrderNotes(note, writing)));
  };
  return {
    shop: {
      listOrders: (query) => listOrders(database.read, query, importableStates),
      async readOrder(id, origin = BY_ERP) {
        const { row, order } = await database.snapshot((sql) => readOrder(sql, id));
        if (isFree(row))
          await write(origin, (sql, notes) =>
            leaseOrder(sql, { row, reader: origin.exchange, now: now(), notes }),
          );
        return order;
      },
      confirmOrder: (id, finalState, origin = BY_ERP) =>
        write(origin, (sql, notes) => confirmOrder(sql, { id, finalState, now: now(), notes })),
      saveTracking: (id, trackingNumber, origin = BY_ERP) =>
        write(origin, (sql, notes) => saveTracking(sql, { id, trackingNumber, notes })),
    },
    backoffice: {
      placeOrder: (order, past, origin = BY_SHOP) =>
        write(origin, (sql, notes) => placeOrder(sql, { order, past, now: now(), notes })),
      offerOrderAgain: (id, origin = BY_SHOP) =>
        write(origin, (sql, notes) => offerOrderAgain(sql, { id, importableStates, now: now(), notes })),
      addOrder: (said, options = {}, origin = BY_SHOP) =>
        write(origin, (sql, notes) =>
          addOrder(sql, { said, options, now: now(), instant: instant(), notes }),
        ),
      setOrderState: (id, state, origin = BY_SHOP) =>
        write(origin, (sql, notes) => setOrderState(sql, { id, state, now: now(), notes })),
      orderPage: (query) => readOrderPage(database, query),
      pruneOrderRequests: (maxAgeHours) =>
        pruneRequests(database, new Date(Date.parse(instant()) - maxAgeHours * HOUR_MS).toISOString()),
      order: (id) => database.snapshot((sql) => readRecord(sql, id)),
      orders: () => readOrders(database),
    },
  };
}

const HOUR_MS = 3_600_000;
const BATCH = 500;

/** In the order in which they came. */
const readOrders = (database: Database): AsyncGenerator<readonly OrderRecord[]> =>
  readPages<OrderRecord, number>({
    from: 0,
    read: (after) =>
      database.snapshot(async (sql) => {
        const rows = await sql.all<OrderRow>(NEXT_ORDERS, [after, BATCH]);
        return { items: await recordsOf(sql, rows), last: rows.at(-1)?.orderKey };
      }),
  });
