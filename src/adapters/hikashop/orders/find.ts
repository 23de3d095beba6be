import { sql as raw } from 'kysely';
import { fail } from '../../../domain/error.ts';
import type { LockedOrder } from '../../side/hand-over.ts';
import type { HikashopSql } from '../tables.ts';

/** Locks the order of that number until the transaction ends; of several of one number the newest. Rejects with `order_unknown`. */
export async function lockOrder(sql: HikashopSql, id: string): Promise<LockedOrder> {
  const found = await sql
    .selectFrom('hikashop_order')
    .select('order_id as key')
    .where('order_type', '=', 'sale')
    .where('order_number', '=', id)
    .orderBy('order_id', 'desc')
    .limit(raw.lit(1))
    .executeTakeFirst();
  const order =
    found &&
    (await sql
      .selectFrom('hikashop_order')
      .select(['order_id as key', 'order_status as state'])
      .where('order_id', '=', found.key)
      .forUpdate()
      .executeTakeFirst());
  if (order && id !== '') return order;
  throw fail('order_unknown', { entity: 'order', record: id });
}
