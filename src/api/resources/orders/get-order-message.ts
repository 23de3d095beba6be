import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { defineRoute } from '../../route.ts';
import { remark } from '../../schemas/exchange.ts';
import { named } from '../../schemas/named.ts';
import { remark as remarkContent } from '../exchanges/exchange-content.ts';
import { partOf } from '../part-of.ts';
import { orderParams } from './order-params.ts';

const orderMessage = named(
  'OrderMessage',
  z.object({
    xml: z.string().describe('The whole reply to `orders`, to the byte.'),
    warnings: z.array(remark).describe('What the journal would note beside it.'),
  }),
);

export const getOrderMessage = defineRoute({
  method: 'get',
  path: '/orders/{id}/message',
  scope: 'orders',
  tag: 'Orders',
  summary: 'One order, in the XML that the ERP would get now',
  description:
    'What `orders` of the webservice would answer at this moment: in the shop’s spelling (`profile`), after its decorators, ' +
    'transformations and sheets. To look does not take the order from the ERP: it stays offered, is not leased, and stands in no ' +
    'journal. Where the ERP would be refused, this call is, for the same reason.',
  params: orderParams,
  reply: orderMessage,
  errors: ['unknown_reference', 'unsupported', 'transform_failed'],
  async handle({ params: { id }, parts, shop, language }) {
    const record = await partOf(parts.reader, 'reading_unsupported').order(id);
    if (!record) throw fail('order_unknown', { entity: 'order', record: id });
    const { xml, warnings } = await shop.orderMessage(id);
    return { content: { xml, warnings: warnings.map((warning) => remarkContent(warning, language)) } };
  },
});
