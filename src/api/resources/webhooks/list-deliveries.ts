import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { DELIVERY_OUTCOMES } from '../../../shop/webhooks.ts';
import { requireWebhook } from '../../../webhooks/manage.ts';
import { pageOf, pageQueryFrom, pageReply } from '../../lists/page.ts';
import { PAGE_QUERY } from '../../lists/queries.ts';
import { defineRoute } from '../../route.ts';
import { delivery } from '../../schemas/webhook.ts';
import { webhookParams, webhooksIn } from './webhook-content.ts';

const PAGES = { list: 'deliveries', kinds: ['number'] } as const;

export const listDeliveries = defineRoute({
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  scope: 'admin',
  tag: 'Webhooks',
  summary: 'What was tried to deliver, and what came of it, newest first',
  description: 'As long as `webhooks.logDays` says.',
  params: webhookParams,
  query: z.strictObject({
    ...PAGE_QUERY,
    outcome: z.array(z.enum(DELIVERY_OUTCOMES)).min(1).exactOptional().describe('With one of these.'),
    event: z.string().min(1).exactOptional().describe('The id of an event: its attempts only.'),
  }),
  reply: pageOf(delivery),
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, query, parts, url }) {
    const part = webhooksIn(parts);
    await requireWebhook(part, id);
    const { outcome, event } = query;
    const { items, next } = await part.deliveryPage({
      ...pageQueryFrom(query, PAGES),
      webhook: id,
      ...defined({ outcomes: outcome, event }),
    });
    const shown = items.map(({ webhook: _, ...attempt }) => attempt);
    return pageReply({ url }, PAGES, { items: shown, next });
  },
});
