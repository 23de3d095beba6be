import { OVERLAP_HOURS, rotateSecret } from '../../../webhooks/manage.ts';
import { defineRoute } from '../../route.ts';
import { rotated, rotation } from '../../schemas/webhook.ts';
import { UNKEPT, webhookParams, webhooksIn } from './webhook-content.ts';

export const rotateWebhookSecret = defineRoute({
  method: 'post',
  path: '/webhooks/{id}/rotate-secret',
  scope: 'admin',
  tag: 'Webhooks',
  summary: 'A new secret; the old one signs beside it for a while',
  description: 'The reply is the only one that tells the new secret. `{}` is a body.',
  params: webhookParams,
  body: rotation(OVERLAP_HOURS),
  reply: rotated,
  errors: ['unknown_reference', 'unsupported'],
  handle: async ({ params: { id }, body, parts }) => ({
    content: await rotateSecret(webhooksIn(parts), id, { ...body, now: new Date() }),
    headers: UNKEPT,
  }),
});
