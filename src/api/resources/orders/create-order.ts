import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { defined } from '../../../domain/optional.ts';
import { originOf } from '../../access/caller.ts';
import { BASE_PATH } from '../../base-path.ts';
import { shaped } from '../../input/shapes.ts';
import { defineRoute } from '../../route.ts';
import { newOrder } from '../../schemas/new-order.ts';
import { order } from '../../schemas/order.ts';
import { partOf } from '../part-of.ts';
import { orderContent } from './order-content.ts';
import { requestedOrder } from './requested-order.ts';

/** A String of RFC 8941, or the same without its quotes. */
const idempotencyKey = shaped('idempotencyKey').transform((text) => text.replace(/^"(.*)"$/, '$1'));

export const createOrder = defineRoute({
  method: 'post',
  path: '/orders',
  scope: 'orders',
  tag: 'Orders',
  summary: 'A new order, which the ERP is offered at once',
  description:
    'Each order is made once, however often the call is repeated: the same `Idempotency-Key` with the same body gets the same ' +
    'reply, with another body it is refused. Without the header the order’s own `id` is the key. Refusals are not remembered.\n\n' +
    'Sums must agree to the cent. Each line is rounded (`quantity` × `netUnitPrice`, and that with tax), or the sum of each tax ' +
    'rate is: either way is right. `errors` names every difference, with what was `expected` and `got`.\n\n' +
    'An article that the shop does not have is refused, unless `allowUnknownReferences`.',
  headers: z.strictObject({
    'Idempotency-Key': idempotencyKey
      .exactOptional()
      .describe('Of the caller’s choice, such as a UUID; needed where the body has no `id`.'),
  }),
  body: newOrder,
  status: 201,
  reply: order,
  replyHeaders: {
    Location: 'Where the order is.',
    'Idempotency-Replayed': '`true` where the order had been made before.',
  },
  errors: ['missing_field', 'conflict', 'unsupported'],
  async handle({ headers, body, parts, shop, token }) {
    const desk = partOf(parts.orderDesk, 'own_side_unsupported');
    const requestKey = headers['Idempotency-Key'];
    if (requestKey === undefined && body.id === undefined)
      throw fail('idempotency_key_missing', { field: 'Idempotency-Key' });
    const { allowUnknownReferences } = body;
    const options = { allowUnknownReferences, ...defined({ requestKey }) };
    const { order: added, isRepeated } = await desk.addOrder(
      requestedOrder(body, shop.timeZone),
      options,
      originOf(token),
    );
    return {
      content: orderContent(added),
      headers: {
        location: `${BASE_PATH}/orders/${encodeURIComponent(added.id)}`,
        ...(isRepeated && { 'idempotency-replayed': 'true' }),
      },
    };
  },
});
