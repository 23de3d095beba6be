import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { fieldsQuery, PAGE_QUERY } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { customer } from '../../schemas/customer.ts';
import { partOf } from '../part-of.ts';
import { customerContent } from './customer-content.ts';

export const listCustomers = defineRoute({
  method: 'get',
  path: '/customers',
  scope: 'read',
  tag: 'Customers',
  summary: 'The customers, in the order in which they came',
  query: z.strictObject({
    ...PAGE_QUERY,
    email: z
      .string()
      .min(1)
      .max(254)
      .exactOptional()
      .describe('Of the customer or of one of its contacts, in any case.'),
    search: z
      .string()
      .min(1)
      .max(100)
      .exactOptional()
      .describe(
        'A part of the names, the company, the address or the ERP’s code, in any case, accents left aside. A page may then have few ' +
          'or no items, and a `next` all the same.',
      ),
    fields: fieldsQuery(customer),
  }),
  reply: pageOf(customer),
  errors: ['unsupported'],
  async handle({ query, parts, url }) {
    const pages = { list: 'customers', kinds: ['number'] } as const;
    const page = await partOf(parts.customerDirectory, 'reading_unsupported').customerPage({
      ...pageQueryFrom(query, pages),
      ...defined({ email: query.email, search: query.search }),
    });
    return pageReply({ url }, pages, { items: page.items.map(customerContent), next: page.next });
  },
});
