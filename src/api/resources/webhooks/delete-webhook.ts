import { z } from 'zod';
import { removeWebhook } from '../../../webhooks/manage.ts';
import { defineRoute } from '../../route.ts';
import { webhookParams, webhooksIn } from './webhook-content.ts';

export const deleteWebhook = defineRoute({
  method: 'delete',
  path: '/webhooks/{id}',
  scope: 'admin',
  tag: 'Webhooks',
  summary: 'Removes a webhook, with all that waits for it and its deliveries',
  params: webhookParams,
  status: 204,
  reply: z.undefined(),
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, parts }) {
    await removeWebhook(webhooksIn(parts), id);
    return { content: undefined };
  },
});
