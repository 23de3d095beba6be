import { reviseWebhook } from '../../../webhooks/manage.ts';
import { defineRoute } from '../../route.ts';
import { webhook, webhookRevision } from '../../schemas/webhook.ts';
import { readWebhook, webhookParams, webhooksIn } from './webhook-content.ts';

export const changeWebhook = defineRoute({
  method: 'patch',
  path: '/webhooks/{id}',
  scope: 'admin',
  tag: 'Webhooks',
  summary: 'Changes the address, the label or what it is told of; disables or enables it',
  description:
    'What is absent stays as it is. What waits already is sent to the new address, whatever `kinds` says now; a running server ' +
    'notices within a second.',
  params: webhookParams,
  body: webhookRevision,
  reply: webhook,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, body, parts, webhookCalls: { ranges } }) {
    const part = webhooksIn(parts);
    await reviseWebhook(part, id, body, { ranges, now: new Date() });
    return { content: await readWebhook(part, id) };
  },
});
