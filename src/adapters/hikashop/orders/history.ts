import type { OrderStateChange } from '../../../domain/order.ts';
import type { WallClock } from '../../side/wall-clock.ts';
import type { HikashopSql } from '../tables.ts';

/** Stands in HikaShop's history as the reason of what we did, and tells it from what the shop did. */
const ERP = 'E-connecteur';
const OFFERED_AGAIN = 'Passerelle';

interface HistoryEntry {
  readonly state: string;
  readonly reason: string;
  /** Unix seconds. */
  readonly at: number;
}

/** As HikaShop notes a change that a person makes in its back office, without an e-mail. */
const addHistory = (sql: HikashopSql, order: number, { state, reason, at }: HistoryEntry) =>
  sql
    .insertInto('hikashop_history')
    .values({
      history_order_id: order,
      history_created: at,
      history_new_status: state,
      history_reason: reason,
      history_notified: 0,
      history_data: '',
      history_type: 'modification',
    })
    .execute();

/** Moves an order into a state, with its place in the history. */
export async function moveOrder(
  sql: HikashopSql,
  order: number,
  { state, at, by }: { readonly state: string; readonly at: number; readonly by: OrderStateChange['by'] },
): Promise<void> {
  await sql
    .updateTable('hikashop_order')
    .set({ order_status: state, order_modified: at })
    .where('order_id', '=', order)
    .execute();
  await addHistory(sql, order, { state, at, reason: by === 'erp' ? ERP : OFFERED_AGAIN });
}

/** A parcel's number, where a merchant looks at an order: HikaShop has no other place for it. */
export const noteTracking = (
  sql: HikashopSql,
  order: number,
  { state, number, at }: { readonly state: string; readonly number: string; readonly at: number },
) => addHistory(sql, order, { state, at, reason: `${ERP}: ${number}` });

/** The states that these orders were in, by order; each once for as long as it lasted. */
export async function readHistories(
  sql: HikashopSql,
  orders: readonly number[],
  clock: WallClock,
): Promise<ReadonlyMap<number, readonly OrderStateChange[]>> {
  if (orders.length === 0) return new Map();
  const rows = await sql
    .selectFrom('hikashop_history')
    .select([
      'history_order_id as order',
      'history_new_status as state',
      'history_created as at',
      'history_reason as reason',
    ])
    .where('history_order_id', 'in', orders)
    .where('history_new_status', '!=', '')
    .orderBy('history_id')
    .execute();
  const groups = Map.groupBy(rows, ({ order }) => order);
  return new Map(
    [...groups].map(([order, entries]) => [
      order,
      entries
        .filter(({ state }, index) => entries[index - 1]?.state !== state)
        .map(({ state, at, reason }) => ({
          state,
          at: clock.local(at),
          by: reason === ERP ? 'erp' : 'shop',
        })),
    ]),
  );
}
