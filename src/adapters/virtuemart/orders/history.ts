import type { OrderStateChange } from '../../../domain/order.ts';
import type { WallClock } from '../../side/wall-clock.ts';
import { unixFromUtc, utcText } from '../moments.ts';
import type { VirtuemartSql } from '../tables.ts';
import { moveStock } from './stock.ts';

/** Stands in VirtueMart's history as the comment on what we did, and tells it from what the shop did. */
const ERP = 'E-connecteur';
const OFFERED_AGAIN = 'Passerelle';

interface HistoryEntry {
  readonly state: string;
  readonly comment: string;
  /** Unix seconds. */
  readonly at: number;
}

/** As VirtueMart notes a change that a person makes in its back office, without an e-mail. */
const addHistory = (sql: VirtuemartSql, order: number, { state, comment, at }: HistoryEntry) =>
  sql
    .insertInto('virtuemart_order_histories')
    .values({
      ...{ virtuemart_order_id: order, order_status_code: state, customer_notified: 0 },
      ...{ comments: comment, created_on: utcText(at), modified_on: utcText(at) },
    })
    .execute();

export interface Move {
  readonly from: string;
  readonly to: string;
  /** Unix seconds. */
  readonly at: number;
  readonly by: OrderStateChange['by'];
}

/** Moves an order and its lines into a state, with what that does to the stock, and its place in the history. */
export async function moveOrder(sql: VirtuemartSql, order: number, move: Move): Promise<void> {
  const values = { order_status: move.to, modified_on: utcText(move.at) };
  await sql.updateTable('virtuemart_orders').set(values).where('virtuemart_order_id', '=', order).execute();
  await moveStock(sql, order, move);
  await sql
    .updateTable('virtuemart_order_items')
    .set(values)
    .where('virtuemart_order_id', '=', order)
    .execute();
  const comment = move.by === 'erp' ? ERP : OFFERED_AGAIN;
  await addHistory(sql, order, { state: move.to, at: move.at, comment });
}

/** A parcel's number, where a merchant looks at an order: VirtueMart has no other place for it. */
export const noteTracking = (
  sql: VirtuemartSql,
  order: number,
  { state, number, at }: { readonly state: string; readonly number: string; readonly at: number },
) => addHistory(sql, order, { state, at, comment: `${ERP}: ${number}` });

/** The states that these orders were in, by order; each once for as long as it lasted. */
export async function readHistories(
  sql: VirtuemartSql,
  orders: readonly number[],
  clock: WallClock,
): Promise<ReadonlyMap<number, readonly OrderStateChange[]>> {
  if (orders.length === 0) return new Map();
  const rows = await sql
    .selectFrom('virtuemart_order_histories')
    .select(['virtuemart_order_id as order', 'order_status_code as state'])
    .select(['created_on as at', 'comments as comment'])
    .where('virtuemart_order_id', 'in', orders)
    .orderBy('virtuemart_order_history_id')
    .execute();
  const groups = Map.groupBy(rows, ({ order }) => order);
  return new Map(
    [...groups].map(([order, entries]) => [
      order,
      entries
        .filter(({ state }, index) => entries[index - 1]?.state !== state)
        .map(({ state, at, comment }) => ({
          state,
          at: clock.local(unixFromUtc(at)),
          by: comment === ERP ? 'erp' : 'shop',
        })),
    ]),
  );
}
