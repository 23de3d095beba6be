import { z } from 'zod';
import { originOf } from '../../access/caller.ts';
import { defineRoute } from '../../route.ts';
import { lineInput } from '../../schemas/inputs.ts';
import { named } from '../../schemas/named.ts';
import { order } from '../../schemas/order.ts';
import { partOf } from '../part-of.ts';
import { orderParams } from './order-params.ts';
import { readOrder } from './read-order.ts';

export const setOrderState = defineRoute({
  method: 'post',
  path: '/orders/{id}/state',
  scope: 'orders',
  role: 'operator',
  tag: 'Orders',
  summary: 'Moves an order to another state',
  description:
    'The move stands in its history. The state that it is in already changes nothing. An order that the ERP has confirmed stays ' +
    'confirmed: to have it imported again, offer it again.',
  params: orderParams,
  body: named('OrderState', z.strictObject({ state: lineInput(64) })),
  reply: order,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, body, parts, token }) {
    await partOf(parts.orderDesk, 'own_side_unsupported').setOrderState(id, body.state, originOf(token));
    return { content: await readOrder(parts, id) };
  },
});
