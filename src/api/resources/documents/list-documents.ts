import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { SALES_DOCUMENT_TYPES } from '../../../domain/sales-document.ts';
import { pageOf } from '../../lists/page.ts';
import { defineRoute } from '../../route.ts';
import { document } from '../../schemas/document.ts';
import { momentQuery } from '../../schemas/values.ts';
import { DOCUMENT_LIST_QUERY, documentListReply } from './document-list.ts';

export const listDocuments = defineRoute({
  method: 'get',
  path: '/documents',
  scope: 'orders',
  tag: 'Documents',
  summary:
    'Quotes, orders, delivery notes, invoices and credit notes of the ERP that match all that is asked for',
  description:
    '`customer` finds what carries the customer’s id or the ERP’s code for it, and what carries neither but an e-mail address of ' +
    'the customer or of one of its contacts. A document with the id of one customer and the code of another is the latter’s.',
  query: z.strictObject({
    ...DOCUMENT_LIST_QUERY,
    customer: z
      .string()
      .min(1)
      .exactOptional()
      .describe('The shop’s id of a customer; where no customer has it, the ERP’s code.'),
    email: z
      .string()
      .min(1)
      .max(254)
      .exactOptional()
      .describe('The address that the document carries, in any case.'),
    order: z.string().min(1).exactOptional().describe('An order’s id.'),
    type: z.array(z.enum(SALES_DOCUMENT_TYPES)).exactOptional().describe('Of one of these types.'),
    number: z.string().min(1).exactOptional().describe('The whole number.'),
    from: momentQuery().exactOptional().describe('Of this moment or later: `2026-01-31`.'),
    until: momentQuery('end')
      .exactOptional()
      .describe('Of this moment or earlier; a day alone counts whole.'),
  }),
  reply: pageOf(document),
  errors: ['unsupported'],
  handle(call) {
    const { customer, email, order, type, number, from, until } = call.query;
    const filters = defined({ customer, email, ofOrder: order, types: type, number, from, until });
    return documentListReply(call, filters);
  },
});
