import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { resendFrom } from '../../../webhooks/resend.ts';
import { defineRoute } from '../../route.ts';
import { momentInput, readInstant } from '../../schemas/inputs.ts';
import { webhookParams, webhooksIn } from './webhook-content.ts';

export const resendEvents = defineRoute({
  method: 'post',
  path: '/webhooks/{id}/resend',
  scope: 'admin',
  role: 'operator',
  tag: 'Webhooks',
  summary: 'Sends events again; each keeps its id',
  description:
    'Exactly one of `event`, `since` and `failed`. As far as the feed keeps them, and of a time those of the kinds that the webhook is told of, from before it was made too.',
  params: webhookParams,
  body: z.strictObject({
    event: z.string().min(1).exactOptional().describe('One event, by its id.'),
    since: momentInput().exactOptional(),
    until: momentInput().exactOptional(),
    failed: z.literal(true).exactOptional().describe('All that were given up, and not delivered since.'),
  }),
  reply: z.object({ queued: z.int().describe('How many events.') }),
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, body, parts, shop: { timeZone } }) {
    const part = webhooksIn(parts);
    const { event, since, until, failed } = body;
    const choice = defined({
      event,
      since: since && readInstant(since, timeZone),
      until: until && readInstant(until, timeZone),
      failed,
    });
    return { content: { queued: await part.resend(id, resendFrom(choice), new Date().toISOString()) } };
  },
});
