import { randomUUID } from 'node:crypto';
import type { ChangeEvent } from '../domain/change-event.ts';
import { eventType } from '../domain/event-kind.ts';
import type { Webhook } from '../shop/webhooks.ts';
import { signatures } from './signature.ts';

/** What a receiver is told, before it is signed. */
export interface Message {
  /** The same for every attempt at one event. */
  readonly id: string;
  readonly body: string;
}

/** The body in the form that Standard Webhooks recommends. */
export const messageOf = (event: ChangeEvent): Message => ({
  id: event.id,
  body: JSON.stringify({ type: eventType(event), timestamp: event.at, data: event }),
});

/** Tells of nothing: for trying out an address. */
export const testMessage = (now: Date): Message => ({
  id: `evt_test_${randomUUID()}`,
  body: JSON.stringify({ type: 'webhook.test', timestamp: now.toISOString(), data: {} }),
});

/** The headers of one attempt. A secret that was replaced signs too, until its time is over. */
export function signedHeaders(
  { id, body }: Message,
  { secret, previousSecret, previousUntil = '' }: Webhook,
  now: Date,
): Readonly<Record<string, string>> {
  const timestamp = Math.floor(now.getTime() / 1000);
  const isOverlap = previousSecret !== undefined && now.toISOString() < previousUntil;
  const secrets = isOverlap ? [secret, previousSecret] : [secret];
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures(secrets, { id, timestamp, body }),
  };
}
