import { rejected } from '../../domain/problem.ts';
import { profileOf } from '../profiles.ts';
import { child, LEAVES, node, shape } from '../xml/element.ts';
import { writeDocument } from '../xml/writer.ts';
import type { MessageCodec } from './codec.ts';
import { replyProblem } from './error.ts';
import { requestFields } from './fields.ts';
import { flatRequest } from './flat-request.ts';
import { ORDER_SHAPE, type OrderDocument, orderParts, readOrder } from './order-reader.ts';
import { writeOrder } from './order-writer.ts';
import { concluded, refuse, startReading } from './reading.ts';
import { requiredCode } from './required.ts';

export interface OrdersRequest {
  readonly id: string;
}

/** One order, for the ERP to import (seed §11). */
export const ordersCodec: MessageCodec<OrdersRequest, OrderDocument> = {
  resource: 'orders',
  requestShape: LEAVES,
  replyShape: shape({}, { others: shape({ order: ORDER_SHAPE }) }),
  encodeRequest: ({ id }) => flatRequest({ id }),
  decodeRequest(request, options) {
    const reading = startReading('order', options);
    return concluded(reading, { id: requiredCode(requestFields(request), ['id'], reading) });
  },
  encodeReply: (order, options) =>
    writeDocument(node('connecteur', [node('order', writeOrder(order, profileOf(options), options))])),
  decodeReply(root, options) {
    const failure = replyProblem(root);
    if (failure) return rejected(failure);
    const reading = startReading('order', options);
    const element = child(root, 'order');
    if (!element) refuse(reading, 'field_missing', { field: 'order' });
    return concluded(reading, readOrder(orderParts(element ?? root), reading));
  },
};
