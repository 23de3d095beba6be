import { randomBytes } from 'node:crypto';
import { fail } from '../domain/error.ts';
import type { EventKind } from '../domain/event-kind.ts';
import { defined } from '../domain/optional.ts';
import type { NewWebhook, Webhook, WebhookParts } from '../shop/webhooks.ts';
import { signedHeaders, testMessage } from './message.ts';
import type { Answer, Sender } from './send.ts';
import { checkWebhookSecret, createWebhookSecret } from './signature.ts';
import { checkTarget } from './target.ts';

export interface WebhookRequest {
  readonly url: string;
  readonly label: string;
  readonly kinds: readonly EventKind[];
  /** By default a new one. */
  readonly secret?: string;
}

/** What is absent stays. */
export interface WebhookRevision {
  readonly url?: string;
  readonly label?: string;
  readonly kinds?: readonly EventKind[];
  readonly enabled?: boolean;
}

export interface ManageOptions {
  /** Private addresses that may be called. */
  readonly ranges: readonly string[];
  readonly now: Date;
}

/** With its secret. Rejects as `checkTarget` does, and with `webhook_secret_invalid`. */
export async function createWebhook(
  parts: WebhookParts,
  { url, label, kinds, secret = createWebhookSecret() }: WebhookRequest,
  { ranges, now }: ManageOptions,
): Promise<NewWebhook> {
  checkWebhookSecret(secret);
  await checkTarget(url, ranges);
  const webhook: NewWebhook = {
    id: `wh_${randomBytes(4).toString('hex')}`,
    url,
    label,
    kinds: [...new Set(kinds)],
    secret,
    createdAt: now.toISOString(),
  };
  await parts.addWebhook(webhook);
  return webhook;
}

/** Rejects with `webhook_unknown`, and as `checkTarget` does; then nothing is changed. */
export async function reviseWebhook(
  parts: WebhookParts,
  id: string,
  { url, label, kinds, enabled }: WebhookRevision,
  { ranges, now }: ManageOptions,
): Promise<void> {
  const { disabledAt, ...known } = await requireWebhook(parts, id);
  const isMoved = url !== undefined && url !== known.url;
  if (isMoved) await checkTarget(url, ranges);
  await parts.changeWebhook(id, {
    ...defined({ url, label, kinds: kinds && [...new Set(kinds)] }),
    // Another address has not failed yet.
    ...(isMoved && { failingSince: null }),
    ...(enabled === true && ENABLED),
    ...(enabled === false && disabledAt === undefined && disabledByHand(now)),
  });
}

const ENABLED = { disabledAt: null, disabledBecause: null, failingSince: null };
const disabledByHand = (now: Date) =>
  ({ disabledAt: now.toISOString(), disabledBecause: 'by_hand' }) as const;

/** With all that waits for it. Rejects with `webhook_unknown`. */
export async function removeWebhook(parts: WebhookParts, id: string): Promise<void> {
  if (!(await parts.removeWebhook(id))) throw unknown(id);
}

const unknown = (id: string) => fail('webhook_unknown', { entity: 'webhook', record: id });

/** Rejects with `webhook_unknown`. */
export async function requireWebhook(parts: WebhookParts, id: string): Promise<Webhook> {
  const found = (await parts.webhooks()).find((webhook) => webhook.id === id);
  if (found) return found;
  throw unknown(id);
}

/** How long a former secret signs too, in hours: by default, and at most. */
export const OVERLAP_HOURS = { usual: 24, most: 720 } as const;
const HOUR_MS = 3_600_000;

export interface Rotation {
  /** By default a new one. */
  readonly secret?: string;
  /** How long the old secret signs beside the new one. */
  readonly overlapHours: number;
  readonly now: Date;
}

export interface Rotated {
  readonly secret: string;
  /** When the old one ends. */
  readonly previousUntil: string;
}

/** Rejects with `webhook_unknown`, `webhook_secret_invalid`. */
export async function rotateSecret(
  parts: WebhookParts,
  id: string,
  { secret = createWebhookSecret(), overlapHours, now }: Rotation,
): Promise<Rotated> {
  checkWebhookSecret(secret);
  const { secret: previousSecret } = await requireWebhook(parts, id);
  const previousUntil = new Date(now.getTime() + overlapHours * HOUR_MS).toISOString();
  await parts.changeWebhook(id, { secret, previousSecret, previousUntil });
  return { secret, previousUntil };
}

/** One message that tells of nothing, outside of the queue. */
export function tryWebhook(sender: Sender, webhook: Webhook, now: Date): Promise<Answer> {
  const message = testMessage(now);
  return sender.send(webhook.url, { headers: signedHeaders(message, webhook, now), body: message.body });
}
