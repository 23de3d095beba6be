import { z } from 'zod';
import {
  ORDER_DOCUMENT_STATES,
  ORDER_DOCUMENT_TYPES,
  ORDER_FIELDS,
  ORDER_OPTIONS,
} from '../../domain/order.ts';
import { fieldsShape, wholeShape } from './fields.ts';
import { named } from './named.ts';
import { address, billingAddress, orderCustomer, orderLine, orderTotals, taxShare } from './order-parts.ts';
import { moment } from './values.ts';

const stateChange = z.object({
  state: z.string(),
  at: moment,
  by: z.enum(['shop', 'erp']).describe('`erp`: it set the state when it had imported the order.'),
});

const handOver = z.object({
  status: z
    .enum(['open', 'read', 'confirmed'])
    .describe('`read`: the ERP has read it and not confirmed yet. `confirmed`: it has it.'),
  readAt: moment
    .exactOptional()
    .describe('Of `read` alone: since when. `/exchanges?reference=ID` has every read.'),
  exchange: z
    .string()
    .exactOptional()
    .describe('Likewise: the id of the exchange that read it, in the journal.'),
  confirmedAt: moment.exactOptional(),
});

export const ORDER_WORDS = {
  paymentMethod: '',
  carrier: '',
  warehouse: '',
  currency: 'As the ERP spells it: usually ISO 4217.',
  documentType: 'The piece that the ERP is to make of it; by default as the connector is set.',
  documentState: 'The state of that piece at first.',
  excluded: 'The connector leaves it out.',
} as const;

export const order = named(
  'Order',
  z.object({
    id: z.string(),
    reference: z
      .string()
      .exactOptional()
      .describe('The number that the customer knows, where it is not the id.'),
    state: z.string(),
    placedAt: moment,
    ...wholeShape(ORDER_FIELDS, ORDER_WORDS),
    ...fieldsShape(ORDER_OPTIONS, ORDER_WORDS),
    documentType: z.enum(ORDER_DOCUMENT_TYPES).exactOptional().describe(ORDER_WORDS.documentType),
    documentState: z.enum(ORDER_DOCUMENT_STATES).exactOptional().describe(ORDER_WORDS.documentState),
    excluded: z.boolean().exactOptional().describe(ORDER_WORDS.excluded),
    customer: orderCustomer,
    billing: billingAddress,
    delivery: address,
    totals: orderTotals,
    taxes: z
      .array(taxShare)
      .exactOptional()
      .describe('Of the lines, by rate; absent where the totals do not follow from the lines.'),
    lines: z.array(orderLine),
    history: z.array(stateChange).describe('Its states, oldest first.'),
    handOver: handOver.describe('Its way to the ERP.'),
    trackingNumbers: z.array(z.string()).describe('As the ERP sent them.'),
    documents: z
      .array(z.string())
      .exactOptional()
      .describe('Numbers of its sales documents, the oldest first; absent where it has none yet.'),
  }),
);
