import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { fieldsQuery } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { customer } from '../../schemas/customer.ts';
import { partOf } from '../part-of.ts';
import { customerContent } from './customer-content.ts';

export const getCustomer = defineRoute({
  method: 'get',
  path: '/customers/{code}',
  scope: 'read',
  tag: 'Customers',
  summary: 'One customer, by the ERP’s code',
  params: z.strictObject({ code: z.string().describe('The ERP’s, percent-encoded.') }),
  query: z.strictObject({ fields: fieldsQuery(customer) }),
  reply: customer,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { code }, parts }) {
    const stored = await partOf(parts.customerDirectory, 'reading_unsupported').customerByCode(code);
    if (!stored) throw fail('record_unknown', { entity: 'customer', record: code });
    return { content: customerContent(stored) };
  },
});
