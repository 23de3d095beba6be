import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { ORDER_PLACES } from '../../../shop/order-desk.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { fieldsQuery, PAGE_QUERY, sortQuery } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { order } from '../../schemas/order.ts';
import { momentQuery } from '../../schemas/values.ts';
import { partOf } from '../part-of.ts';
import { orderContent } from './order-content.ts';

const MOST_STATES = 20;

export const listOrders = defineRoute({
  method: 'get',
  path: '/orders',
  scope: 'orders',
  tag: 'Orders',
  summary: 'Orders that match all that is asked for',
  description: 'To look at orders here does not take them from the ERP: they stay offered.',
  query: z.strictObject({
    ...PAGE_QUERY,
    sort: sortQuery(['placedAt'])
      .default('-placedAt')
      .describe(
        'By date, those of the same moment in the order in which they came. A minus: the latest first.',
      ),
    fields: fieldsQuery(order),
    state: z.array(z.string().min(1)).max(MOST_STATES).exactOptional().describe('In one of these states.'),
    since: momentQuery()
      .exactOptional()
      .describe('Placed at this moment or later, on the shop’s wall clock.'),
    customer: z.string().min(1).exactOptional().describe('The shop’s id of the customer.'),
    email: z.string().min(1).exactOptional().describe('The customer’s e-mail address, in any case.'),
    exported: z.boolean().exactOptional().describe('Whether the ERP has confirmed that it has it.'),
  }),
  reply: pageOf(order),
  errors: ['unsupported'],
  async handle({ query, parts, url }) {
    const { state, since, customer, email, exported, sort, fields } = query;
    const pages = { list: `orders ${sort}`, kinds: ORDER_PLACES };
    const { items, next } = await partOf(parts.orderDesk, 'reading_unsupported').orderPage({
      ...pageQueryFrom(query, pages),
      isDescending: sort === '-placedAt',
      ...defined({ states: state, placedSince: since, customer, email, isConfirmed: exported }),
    });
    const isAsked = fields === undefined || fields.includes('documents');
    const documents = isAsked
      ? await parts.documentArchive?.documentsOfOrders(items.map(({ id }) => id))
      : undefined;
    return pageReply({ url }, pages, {
      items: items.map((record) => orderContent(record, documents?.get(record.id))),
      next,
    });
  },
});
