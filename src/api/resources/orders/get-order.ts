import { defineRoute } from '../../route.ts';
import { order } from '../../schemas/order.ts';
import { orderParams } from './order-params.ts';
import { readOrder } from './read-order.ts';

export const getOrder = defineRoute({
  method: 'get',
  path: '/orders/{id}',
  scope: 'orders',
  tag: 'Orders',
  summary: 'One order, with its history and its way to the ERP',
  description: 'To look at an order here does not take it from the ERP: it stays offered.',
  params: orderParams,
  reply: order,
  errors: ['unknown_reference', 'unsupported'],
  handle: async ({ params: { id }, parts }) => ({ content: await readOrder(parts, id) }),
});
