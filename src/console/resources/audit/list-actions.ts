import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { userRoute } from '../../http/route.ts';

/** Newest first; `next` is the `after` of the next page. */
export const listActions = userRoute({
  method: 'get',
  path: '/audit',
  role: 'admin',
  query: z.strictObject({
    after: z.int().min(1).exactOptional(),
    limit: z.int().min(1).max(500).default(50),
  }),
  async handle({ query: { after, limit }, services }) {
    const place = after === undefined ? undefined : [after];
    const { items, next } = await services.trail().actions({ limit, ...defined({ after: place }) });
    return { content: { items, ...(next && { next: Number(next[0]) }) } };
  },
});
