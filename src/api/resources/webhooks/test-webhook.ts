import { requireWebhook, tryWebhook } from '../../../webhooks/manage.ts';
import { isSuccess } from '../../../webhooks/send.ts';
import { defineRoute } from '../../route.ts';
import { trial } from '../../schemas/webhook.ts';
import { webhookParams, webhooksIn } from './webhook-content.ts';

export const testWebhook = defineRoute({
  method: 'post',
  path: '/webhooks/{id}/test',
  scope: 'admin',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Sends a signed message that tells of nothing, and tells what was answered',
  description: 'At once, disabled or not, and outside of the deliveries. Without a body.',
  params: webhookParams,
  reply: trial,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, parts, webhookCalls: { sender } }) {
    const webhook = await requireWebhook(webhooksIn(parts), id);
    const { retryAfterMs: _, ...answer } = await tryWebhook(sender, webhook, new Date());
    return { content: { delivered: isSuccess(answer), ...answer } };
  },
});
