import { eventType } from '../domain/event-kind.ts';
import type { Delivery, DisabledBecause, DueEvent, Webhook } from '../shop/webhooks.ts';
import { retryDelay } from './schedule.ts';
import { type Answer, isSuccess } from './send.ts';

export interface Attempt {
  readonly webhook: string;
  readonly at: Date;
  readonly random: () => number;
}

/** What is noted of an attempt: 2xx is a delivery, anything else is tried again while there are attempts left. */
export function deliveryFrom(
  { event, attempts }: DueEvent,
  answer: Answer,
  { webhook, at, random }: Attempt,
): Delivery {
  const { retryAfterMs, ...seen } = answer;
  const attempt = attempts + 1;
  const isDelivered = isSuccess(seen);
  const delay = isDelivered ? undefined : retryDelay({ attempt, retryAfterMs }, random);
  return {
    webhook,
    sequence: event.sequence,
    event: event.id,
    type: eventType(event),
    key: event.key,
    at: at.toISOString(),
    attempt,
    outcome: isDelivered ? 'delivered' : delay === undefined ? 'gave_up' : 'failed',
    ...seen,
    ...(delay !== undefined && {
      retryAt: new Date(at.getTime() + seen.durationMs + delay).toISOString(),
    }),
  };
}

const GONE = 410;

/** Why nothing more is to be delivered there, after what came back; undefined: it goes on. */
export function reasonToDisable(
  { failingSince }: Webhook,
  settled: readonly Delivery[],
  { now, afterMs }: { readonly now: Date; readonly afterMs: number },
): DisabledBecause | undefined {
  if (settled.some(({ status }) => status === GONE)) return 'gone';
  if (settled.length === 0 || settled.some(({ outcome }) => outcome === 'delivered')) return undefined;
  const failedFor = failingSince === undefined ? 0 : now.getTime() - Date.parse(failingSince);
  return failedFor >= afterMs ? 'failing' : undefined;
}
