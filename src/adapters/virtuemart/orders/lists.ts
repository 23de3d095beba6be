import { sql as raw } from 'kysely';
import type { ListedOrder, OrderQuery } from '../../../domain/order.ts';
import { type Page, readPages } from '../../../store/pages.ts';
import type { VirtuemartContext } from '../context.ts';
import { utcText } from '../moments.ts';
import { vendorsOf } from './find.ts';

const BATCH = 2000;

/** In the order in which they came in, which is that of their ids. */
export const listOrders = (
  context: VirtuemartContext,
  query: OrderQuery,
): AsyncGenerator<readonly ListedOrder[]> =>
  readPages<ListedOrder, number>({ from: 0, read: (after) => readPage(context, query, after) });

async function readPage(
  context: VirtuemartContext,
  { states }: OrderQuery,
  after: number,
): Promise<Page<ListedOrder, number>> {
  const { database, importableStates, ordersSince } = context;
  const wanted = states ?? importableStates;
  if (wanted?.length === 0) return { items: [], last: undefined };
  let orders = database.read
    .selectFrom('virtuemart_orders as order')
    .select(['order.virtuemart_order_id as key', 'order_status as state'])
    .where('virtuemart_vendor_id', 'in', vendorsOf(context))
    .where('order.virtuemart_order_id', '>', after);
  if (wanted) orders = orders.where('order_status', 'in', wanted);
  if (!states)
    orders = orders
      .where((is) => is.or([is('created_on', 'is', null), is('created_on', '>=', utcText(ordersSince))]))
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('passerelle_order as side')
              .select('side.order_id')
              .whereRef('side.order_id', '=', 'order.virtuemart_order_id')
              .where('side.confirmed_at', 'is not', null),
          ),
        ),
      );
  const rows = await orders.orderBy('order.virtuemart_order_id').limit(raw.lit(BATCH)).execute();
  return {
    items: rows.map(({ key, state }) => ({ id: String(key), state: state ?? '' })),
    last: rows.at(-1)?.key,
  };
}
