import { defined } from '../../../domain/optional.ts';
import { rejected } from '../../../domain/problem.ts';
import { profileOf } from '../../profiles.ts';
import { child, LEAVES, node, shape } from '../../xml/element.ts';
import { writeDocument } from '../../xml/writer.ts';
import type { MessageCodec } from '../codec.ts';
import { requestFields } from '../parts/fields.ts';
import { flatRequest } from '../parts/flat-request.ts';
import { concluded, refuse, startReading } from '../parts/record-reading.ts';
import { requiredCode } from '../parts/required.ts';
import { replyProblem } from '../replies/error.ts';
import {
  ORDER_SHAPE,
  type OrderDocument,
  orderParts,
  ownNodes,
  readOrder,
  unknownEntries,
} from './order-reader.ts';
import { writeOrder } from './order-writer.ts';
import { withOwnNodes } from './own-nodes.ts';

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
    writeDocument(
      node('connecteur', [
        node(
          'order',
          withOwnNodes(writeOrder(order, profileOf(options), options), order.customFields, options),
        ),
      ]),
    ),
  decodeReply(root, options) {
    const failure = replyProblem(root);
    if (failure) return rejected(failure);
    const reading = startReading('order', options);
    const element = child(root, 'order');
    if (!element) refuse(reading, 'field_missing', { field: 'order' });
    const parts = orderParts(element ?? root);
    const order = readOrder(parts, reading);
    const customFields = ownNodes(unknownEntries(parts, reading));
    return concluded(reading, { ...order, ...defined({ customFields }) });
  },
};
