import { z } from 'zod';
import { type Webhook, type WebhookParts, withoutSecrets } from '../../../shop/webhooks.ts';
import { requireWebhook } from '../../../webhooks/manage.ts';
import type { ApiParts } from '../../options.ts';
import type { webhook } from '../../schemas/webhook.ts';
import { partOf } from '../part-of.ts';

export const webhookParams = z.strictObject({ id: z.string().describe('As the list has it.') });

type WebhookContent = z.input<typeof webhook>;

/** A webhook as a reply has it: without its secrets. */
export function webhookContent(stored: Webhook): WebhookContent {
  const { kinds, ...said } = withoutSecrets(stored);
  return { ...said, kinds: [...kinds], enabled: stored.disabledAt === undefined };
}

/** Rejects with `webhook_unknown`. */
export const readWebhook = async (part: WebhookParts, id: string): Promise<WebhookContent> =>
  webhookContent(await requireWebhook(part, id));

export const webhooksIn = ({ webhooks }: ApiParts): WebhookParts =>
  partOf(webhooks, { unsupported: 'webhooks' });

/** Of a reply with a secret: nothing on the way is to keep it. */
export const UNKEPT = { 'cache-control': 'no-store' };
