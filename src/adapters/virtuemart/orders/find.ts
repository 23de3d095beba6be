import { fail } from '../../../domain/error.ts';
import type { LockedOrder } from '../../side/hand-over.ts';
import type { VirtuemartContext } from '../context.ts';
import type { VirtuemartSql } from '../tables.ts';

/** Orders of the shop's owner. Old versions named no vendor. */
export const vendorsOf = ({ site }: Pick<VirtuemartContext, 'site'>): readonly number[] => [0, site.vendor];

/** VirtueMart's key, of an id as the ERP names it; undefined for what can be none. */
export const orderKey = (id: string): number | undefined =>
  /^[1-9]\d{0,9}$/.test(id) ? Number(id) : undefined;

/** Locks the order until the transaction ends. Rejects with `order_unknown`. */
export async function lockOrder(
  sql: VirtuemartSql,
  context: Pick<VirtuemartContext, 'site'>,
  id: string,
): Promise<LockedOrder> {
  const key = orderKey(id);
  const order =
    key &&
    (await sql
      .selectFrom('virtuemart_orders')
      .select(['virtuemart_order_id as key', 'order_status as state'])
      .where('virtuemart_order_id', '=', key)
      .where('virtuemart_vendor_id', 'in', vendorsOf(context))
      .forUpdate()
      .executeTakeFirst());
  if (order) return { ...order, state: order.state ?? '' };
  throw fail('order_unknown', { entity: 'order', record: id });
}
