import { createWebhook as addWebhook } from '../../../webhooks/manage.ts';
import { BASE_PATH } from '../../base-path.ts';
import { defineRoute } from '../../route.ts';
import { newWebhook, webhookWithSecret } from '../../schemas/webhook.ts';
import { readWebhook, UNKEPT, webhooksIn } from './webhook-content.ts';

export const createWebhook = defineRoute({
  method: 'post',
  path: '/webhooks',
  scope: 'admin',
  tag: 'Webhooks',
  summary: 'A new webhook, told of what changes from now on',
  description:
    'The reply has its `secret`, with which messages are signed; no other call ever tells it again.',
  body: newWebhook,
  status: 201,
  reply: webhookWithSecret,
  replyHeaders: { Location: 'Where the webhook is.' },
  errors: ['unsupported'],
  async handle({ body, parts, webhookCalls: { ranges } }) {
    const part = webhooksIn(parts);
    const { id, secret } = await addWebhook(part, body, { ranges, now: new Date() });
    return {
      content: { ...(await readWebhook(part, id)), secret },
      headers: { location: `${BASE_PATH}/webhooks/${id}`, ...UNKEPT },
    };
  },
});
