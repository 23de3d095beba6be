import { sql as raw } from 'kysely';
import type { ListedOrder, OrderQuery } from '../../../domain/order.ts';
import { type Page, readPages } from '../../../store/pages.ts';
import type { TheliaContext } from '../context.ts';
import { orderKey } from './find.ts';

const BATCH = 2000;

/** In the order in which they came in, which is that of their ids. */
export const listOrders = (
  context: TheliaContext,
  query: OrderQuery,
): AsyncGenerator<readonly ListedOrder[]> =>
  readPages<ListedOrder, number>({ from: 0, read: (after) => readPage(context, query, after) });

async function readPage(
  { database, importableStates, ordersSince }: TheliaContext,
  { states }: OrderQuery,
  after: number,
): Promise<Page<ListedOrder, number>> {
  const wanted = (states ?? importableStates)?.flatMap((state) => orderKey(state) ?? []);
  if (wanted?.length === 0) return { items: [], last: undefined };
  let orders = database.read
    .selectFrom('commande as order')
    .select(['order.id as key', 'order.statut as state'])
    .where('order.id', '>', after);
  if (wanted) orders = orders.where('order.statut', 'in', wanted);
  if (!states) {
    orders = orders.where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('passerelle_order as side')
            .select('side.order_id')
            .whereRef('side.order_id', '=', 'order.id')
            .where('side.confirmed_at', 'is not', null),
        ),
      ),
    );
    if (ordersSince !== undefined) orders = orders.where('order.date', '>=', ordersSince);
  }
  const rows = await orders.orderBy('order.id').limit(raw.lit(BATCH)).execute();
  return {
    items: rows.map(({ key, state }) => ({ id: String(key), state: String(state) })),
    last: rows.at(-1)?.key,
  };
}
