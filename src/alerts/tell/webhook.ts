import type { Alert } from '../../shop/alerts.ts';
import type { Sender } from '../../webhooks/send.ts';
import { isSuccess } from '../../webhooks/send.ts';
import { signatures } from '../../webhooks/signature.ts';

export interface HookSettings {
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
}

/** One message for each alert, signed as Standard Webhooks are; its id is the alert's. Rejects when it is not taken. */
export async function callHook(
  sender: Sender,
  { url, secret }: HookSettings,
  { shop, alert, sentence }: { readonly shop: string; readonly alert: Alert; readonly sentence: string },
): Promise<void> {
  const timestamp = Math.floor(Date.now() / 1000);
  const id = `alert_${alert.id}`;
  const body = JSON.stringify({
    type: `alert.${alert.kind}`,
    timestamp: alert.seenAt,
    data: { shop, sentence, ...alert },
  });
  const answer = await sender.send(url, {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures([secret], { id, timestamp, body }),
    },
    body,
  });
  if (!isSuccess(answer)) throw new Error(`the alert was not taken: ${answer.status ?? answer.error}`);
}
