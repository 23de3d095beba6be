import { sql as raw } from 'kysely';
import type { ListedOrder, OrderQuery } from '../../../domain/order.ts';
import { type Page, readPages } from '../../../store/pages.ts';
import type { HikashopContext } from '../context.ts';

const BATCH = 2000;

/** In the order in which they came in, which is that of their ids. */
export const listOrders = (
  context: HikashopContext,
  query: OrderQuery,
): AsyncGenerator<readonly ListedOrder[]> =>
  readPages<ListedOrder, number>({ from: 0, read: (after) => readPage(context, query, after) });

async function readPage(
  { database, importableStates, ordersSince }: HikashopContext,
  { states }: OrderQuery,
  after: number,
): Promise<Page<ListedOrder, number>> {
  const wanted = states ?? importableStates;
  if (wanted?.length === 0) return { items: [], last: undefined };
  let orders = database.read
    .selectFrom('hikashop_order as order')
    .select(['order.order_id as key', 'order_number as id', 'order_status as state'])
    .where('order_type', '=', 'sale')
    .where('order_number', '!=', '')
    .where('order.order_id', '>', after);
  if (wanted) orders = orders.where('order_status', 'in', wanted);
  if (!states)
    orders = orders
      .where('order_created', '>=', ordersSince)
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('passerelle_order as side')
              .select('side.order_id')
              .whereRef('side.order_id', '=', 'order.order_id')
              .where('side.confirmed_at', 'is not', null),
          ),
        ),
      );
  const rows = await orders.orderBy('order.order_id').limit(raw.lit(BATCH)).execute();
  return { items: rows.map(({ id, state }) => ({ id, state })), last: rows.at(-1)?.key };
}
