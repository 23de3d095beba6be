import { originOf } from '../../access/caller.ts';
import { defineRoute } from '../../route.ts';
import { order } from '../../schemas/order.ts';
import { partOf } from '../part-of.ts';
import { orderParams } from './order-params.ts';
import { readOrder } from './read-order.ts';

export const offerOrder = defineRoute({
  method: 'post',
  path: '/orders/{id}/offer',
  scope: 'orders',
  role: 'operator',
  tag: 'Orders',
  summary: 'Offers an order to the ERP again',
  description:
    'As `passerelle orders offer` does: for an order that the ERP has read or confirmed, and does not have. It goes back to its last ' +
    'state that the connector imports; who has imported it already will have it twice. Without a body.',
  params: orderParams,
  reply: order,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, parts, token }) {
    await partOf(parts.offerOrderAgain, 'own_side_unsupported')(id, originOf(token));
    return { content: await readOrder(parts, id) };
  },
});
