import { z } from 'zod';
import { createTurns } from '../../../api/images/turns.ts';
import { userRoute } from '../../http/route.ts';
import { shopState } from './shop-state.ts';

const A_PAGE = 50;
const MOST_A_PAGE = 200;
/** Stores of a server may share one database and its connections. */
const inTurn = createTurns(8);

/** The shops of this server, in the order in which they are configured. */
export const listShops = userRoute({
  method: 'get',
  path: '/shops',
  role: 'viewer',
  query: z.strictObject({
    search: z.string().max(100).exactOptional(),
    limit: z.int().min(1).max(MOST_A_PAGE).default(A_PAGE),
    after: z.int().min(0).default(0),
  }),
  async handle({ services: { options }, query: { search = '', limit, after } }) {
    const wanted = search.trim().toLowerCase();
    const found = options.shops.filter(({ name }) => name.toLowerCase().includes(wanted));
    const end = after + limit;
    const items = await Promise.all(
      found.slice(after, end).map((shop) => inTurn(() => shopState(shop, options.onFailure))),
    );
    return { content: { items, total: found.length, ...(end < found.length && { next: end }) } };
  },
});
