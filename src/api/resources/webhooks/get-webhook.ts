import { defineRoute } from '../../route.ts';
import { webhook } from '../../schemas/webhook.ts';
import { readWebhook, webhookParams, webhooksIn } from './webhook-content.ts';

export const getWebhook = defineRoute({
  method: 'get',
  path: '/webhooks/{id}',
  scope: 'admin',
  tag: 'Webhooks',
  summary: 'One webhook',
  params: webhookParams,
  reply: webhook,
  errors: ['unknown_reference', 'unsupported'],
  handle: async ({ params: { id }, parts }) => ({ content: await readWebhook(webhooksIn(parts), id) }),
});
