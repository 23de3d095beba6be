import { z } from 'zod';
import { defineRoute } from '../../route.ts';
import { webhook } from '../../schemas/webhook.ts';
import { webhookContent, webhooksIn } from './webhook-content.ts';

export const listWebhooks = defineRoute({
  method: 'get',
  path: '/webhooks',
  scope: 'admin',
  tag: 'Webhooks',
  summary: 'The addresses that are told of changes, oldest first',
  description: 'All of them, on one page. docs/events.md tells what they are sent, and how to verify it.',
  reply: z.object({ items: z.array(webhook) }),
  errors: ['unsupported'],
  handle: async ({ parts }) => ({
    content: { items: (await webhooksIn(parts).webhooks()).map(webhookContent) },
  }),
});
