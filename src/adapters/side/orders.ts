import { sql as raw } from 'kysely';
import { defined } from '../../domain/optional.ts';
import type { OrderPast } from '../../domain/order.ts';
import type { SideSql } from './tables.ts';
import type { WallClock } from './wall-clock.ts';

/**
 * Leases an order to who reads it first, until it is confirmed or offered again. `at`: Unix seconds. A connector that
 * reads an order every hour and never confirms it must not look as if it had just begun.
 */
export async function leaseOrder(
  sql: SideSql,
  order: number,
  { reader, at }: { readonly reader: string | undefined; readonly at: number },
): Promise<void> {
  await raw`INSERT INTO ${raw.table('passerelle_order')} (order_id, read_at, read_by)
    VALUES (${order}, ${at}, ${reader ?? null})
    ON DUPLICATE KEY UPDATE
      read_by = IF(read_at IS NULL AND confirmed_at IS NULL, VALUES(read_by), read_by),
      read_at = IF(read_at IS NULL AND confirmed_at IS NULL, VALUES(read_at), read_at)`.execute(sql);
}

/** Marks an order as imported; false when it was already. The order's own row must be locked. */
export async function markConfirmed(sql: SideSql, order: number, at: number): Promise<boolean> {
  const row = await sql
    .selectFrom('passerelle_order')
    .select('confirmed_at as confirmedAt')
    .where('order_id', '=', order)
    .executeTakeFirst();
  if (row && row.confirmedAt !== null) return false;
  const values = { read_at: null, read_by: null, confirmed_at: at };
  await sql
    .insertInto('passerelle_order')
    .values({ order_id: order, ...values })
    .onDuplicateKeyUpdate(values)
    .execute();
  return true;
}

/** Neither leased nor confirmed any more. */
export const forgetHandOver = (sql: SideSql, order: number) =>
  sql.deleteFrom('passerelle_order').where('order_id', '=', order).execute();

/** Adds a parcel's number; false when the order has it already. The order's own row must be locked. */
export async function addTracking(sql: SideSql, order: number, number: string): Promise<boolean> {
  const parcels = await sql
    .selectFrom('passerelle_tracking')
    .select('tracking_number as number')
    .where('order_id', '=', order)
    .execute();
  if (parcels.some((parcel) => parcel.number === number)) return false;
  await sql
    .insertInto('passerelle_tracking')
    .values({ order_id: order, tracking_number: number, position: parcels.length })
    .execute();
  return true;
}

type HandOver = Pick<OrderPast, 'trackingNumbers' | 'readAt' | 'readBy' | 'confirmedAt'>;

/** What happened to these orders, by id; nothing stands there of an order to which nothing happened. */
export async function readHandOvers(
  sql: SideSql,
  orders: readonly number[],
  clock: WallClock,
): Promise<ReadonlyMap<number, HandOver>> {
  if (orders.length === 0) return new Map();
  const rows = await sql.selectFrom('passerelle_order').selectAll().where('order_id', 'in', orders).execute();
  const parcels = await sql
    .selectFrom('passerelle_tracking')
    .selectAll()
    .where('order_id', 'in', orders)
    .orderBy('position')
    .execute();
  const byId = new Map(rows.map((row) => [row.order_id, row]));
  const tracking = Map.groupBy(parcels, ({ order_id }) => order_id);
  const local = (at: number | null | undefined) => (at == null ? undefined : clock.local(at));
  return new Map(
    orders.map((id) => {
      const row = byId.get(id);
      const moments = { readAt: local(row?.read_at), confirmedAt: local(row?.confirmed_at) };
      const trackingNumbers = (tracking.get(id) ?? []).map((parcel) => parcel.tracking_number);
      return [id, { trackingNumbers, ...defined({ ...moments, readBy: row?.read_by ?? undefined }) }];
    }),
  );
}
