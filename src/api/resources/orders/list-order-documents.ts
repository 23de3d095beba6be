import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { pageOf } from '../../lists/page.ts';
import { defineRoute } from '../../route.ts';
import { document } from '../../schemas/document.ts';
import { DOCUMENT_LIST_QUERY, documentListReply } from '../documents/document-list.ts';
import { partOf } from '../part-of.ts';
import { orderParams } from './order-params.ts';

export const listOrderDocuments = defineRoute({
  method: 'get',
  path: '/orders/{id}/documents',
  scope: 'orders',
  tag: 'Documents',
  summary: 'The sales documents of an order',
  description:
    'Those that say the order’s id or reference, as their order or as their number, and carry its customer: the shop’s id, the ' +
    'ERP’s code or the e-mail address.',
  params: orderParams,
  query: z.strictObject(DOCUMENT_LIST_QUERY),
  reply: pageOf(document),
  errors: ['unknown_reference', 'unsupported'],
  async handle(call) {
    const { id } = call.params;
    if (!(await partOf(call.parts.reader, 'reading_unsupported').order(id)))
      throw fail('order_unknown', { entity: 'order', record: id });
    return documentListReply(call, { ofOrder: id });
  },
});
