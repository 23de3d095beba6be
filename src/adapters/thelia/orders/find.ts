import { fail } from '../../../domain/error.ts';
import type { LockedOrder } from '../../side/hand-over.ts';
import type { TheliaSql } from '../tables.ts';

/** An order that is to be changed. */
export interface TheliaOrder extends LockedOrder {
  readonly facture: string;
  readonly parcels: string;
}

/** The most that Thelia numbers. */
const MOST = 2_147_483_647;

/** An order's number in Thelia; undefined for what is none. */
export const orderKey = (id: string): number | undefined =>
  /^[1-9]\d{0,9}$/.test(id) && Number(id) <= MOST ? Number(id) : undefined;

/** Locks the order until the transaction ends. Rejects with `order_unknown`. */
export async function lockOrder(sql: TheliaSql, id: string): Promise<TheliaOrder> {
  const order = await sql
    .selectFrom('commande')
    .select(['id as key', 'statut as state', 'facture', 'colis as parcels'])
    .where('id', '=', orderKey(id) ?? 0)
    .forUpdate()
    .executeTakeFirst();
  if (order) return { ...order, state: String(order.state) };
  throw fail('order_unknown', { entity: 'order', record: id });
}
