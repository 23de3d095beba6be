import type { Kysely } from 'kysely';
import { fail } from '../../domain/error.ts';
import type { ConfirmedOrder, Order, OrderStateChange } from '../../domain/order.ts';
import type { SaveResult } from '../../shop/shop.ts';
import type { CmsContext } from '../cms-context.ts';
import { type OrderStates, requireState } from '../order-states.ts';
import { forgetHandOver, leaseOrder, markConfirmed } from './orders.ts';

/** An order of the CMS, locked until the transaction ends. */
export interface LockedOrder {
  /** The CMS's own key. */
  readonly key: number;
  readonly state: string;
}

interface Move {
  readonly state: string;
  /** Unix seconds. */
  readonly at: number;
  readonly by: OrderStateChange['by'];
}

/** What a CMS does with its orders. */
export interface CmsOrders<Sql, Locked extends LockedOrder> {
  /** The order of that id, as the ERP names it; undefined where there is none. */
  find(sql: Sql, id: string): Promise<{ readonly key: number; readonly order: Order } | undefined>;
  /** Rejects with `order_unknown`. */
  lock(sql: Sql, id: string): Promise<Locked>;
  states(sql: Sql): Promise<OrderStates>;
  /** Moves it into a state, with all that follows from that in the CMS. */
  move(sql: Sql, order: Locked, move: Move): Promise<void>;
  /** The states that it was in, the last one at the end. */
  past(sql: Sql, order: Locked): Promise<readonly string[]>;
  /** Notes a parcel's number; false when the order has it already. */
  track(sql: Sql, order: Locked, number: string): Promise<boolean>;
}

/** How the orders of a CMS go over to the ERP: read, which leases them, confirmed, and offered again. */
export const createHandOver = <Tables, Locked extends LockedOrder>(
  { database, sideOf, now, importableStates }: CmsContext<Tables>,
  orders: CmsOrders<Kysely<Tables>, Locked>,
) => ({
  /** Rejects with `order_unknown`. */
  async read(id: string, reader: string | undefined): Promise<Order> {
    const found = await database.snapshot((sql) => orders.find(sql, id));
    if (!found) throw fail('order_unknown', { entity: 'order', record: id });
    await database.write((sql) => leaseOrder(sideOf(sql), found.key, { reader, at: now() }));
    return found.order;
  },

  /**
   * The lease ends. Once confirmed, nothing is written again: the shop may have moved on since the reply was lost.
   * Rejects with `order_unknown`, and with `order_state_unknown` for a state that the CMS does not have.
   */
  confirm: (id: string, finalState: string | undefined): Promise<ConfirmedOrder> =>
    database.write(async (sql) => {
      const order = await orders.lock(sql, id);
      const at = now();
      if (!(await markConfirmed(sideOf(sql), order.key, at))) return { id, state: order.state };
      const state = finalState ?? order.state;
      if (state !== order.state) {
        requireState(await orders.states(sql), { id, state });
        await orders.move(sql, order, { state, at, by: 'erp' });
      }
      return { id, state };
    }),

  /** An order whose state is not importable goes back to its last one that is: else nobody would be offered it. */
  offerAgain: (id: string): Promise<void> =>
    database.write(async (sql) => {
      const order = await orders.lock(sql, id);
      await forgetHandOver(sideOf(sql), order.key);
      const isImportable = (state: string): boolean => importableStates?.includes(state) ?? true;
      if (isImportable(order.state)) return;
      const state = (await orders.past(sql, order)).findLast(isImportable);
      if (state !== undefined) await orders.move(sql, order, { state, at: now(), by: 'shop' });
    }),

  track: (id: string, number: string): Promise<SaveResult> =>
    database.write(async (sql) => {
      const added = await orders.track(sql, await orders.lock(sql, id), number);
      return { outcome: added ? 'updated' : 'unchanged', warnings: [] };
    }),
});
