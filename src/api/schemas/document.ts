import { z } from 'zod';
import {
  ORDER_DOCUMENT_STATES,
  ORDER_DOCUMENT_TYPES,
  ORDER_FIELDS,
  ORDER_OPTIONS,
} from '../../domain/order.ts';
import { SALES_DOCUMENT_TYPES } from '../../domain/sales-document.ts';
import { fieldsShape, wholeShape } from './fields.ts';
import { named } from './named.ts';
import { ORDER_WORDS } from './order.ts';
import { address, billingAddress, orderCustomer, orderLine, orderTotals } from './order-parts.ts';
import { moment } from './values.ts';

export const DOCUMENT_FILE_TYPES = ['application/pdf', 'text/html'] as const;

const owner = z.object({
  id: z.string().exactOptional().describe('The shop’s.'),
  code: z.string().exactOptional().describe('The ERP’s.'),
  email: z.string().exactOptional(),
});

const file = z.object({
  type: z.enum(DOCUMENT_FILE_TYPES),
  bytes: z.int(),
  sha256: z.string().describe('Of its content, in hexadecimal.'),
  path: z.string().describe('Where it is on this server.'),
});

const content = named(
  'DocumentContent',
  z.object({
    ...wholeShape(ORDER_FIELDS, ORDER_WORDS),
    ...fieldsShape(ORDER_OPTIONS, ORDER_WORDS),
    documentType: z.enum(ORDER_DOCUMENT_TYPES).exactOptional(),
    documentState: z.enum(ORDER_DOCUMENT_STATES).exactOptional(),
    customer: orderCustomer,
    billing: billingAddress,
    delivery: address,
    totals: orderTotals,
    lines: z.array(orderLine),
    customFields: z
      .record(z.string(), z.string())
      .exactOptional()
      .describe('What the ERP sent besides, by its place in the message.'),
  }),
);

export const document = named(
  'Document',
  z.object({
    number: z.string().describe('The ERP’s; no other document has it.'),
    type: z.enum(SALES_DOCUMENT_TYPES).describe('As the ERP named it, else as its number begins.'),
    date: moment.describe('The piece’s; of one that came as a file alone, when it came.'),
    customer: owner.describe('What the document says of whose it is.'),
    order: z.string().exactOptional().describe('The order that it says it comes of: its id or reference.'),
    erpId: z.string().exactOptional().describe('The ERP’s internal id.'),
    file: file.exactOptional().describe('Absent of one that came as data alone.'),
    content: content
      .exactOptional()
      .describe('Absent of one that came as a file alone. What the ERP did not say is empty, or 0.'),
    createdAt: moment.describe('When it came first.'),
    updatedAt: moment,
  }),
);
