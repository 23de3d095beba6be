import { fail } from '../domain/error.ts';
import type { Resend } from '../shop/webhooks.ts';

/** What somebody says of the events that are to be sent again; instants are ISO 8601 in UTC. */
export interface ResendChoice {
  readonly event?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly failed?: boolean | undefined;
}

/** Throws `resend_unclear` where that is not exactly one thing. */
export function resendFrom({ event, since, until, failed = false }: ResendChoice): Resend {
  const chosen = [event !== undefined, since !== undefined, failed].filter(Boolean);
  if (chosen.length !== 1 || (until !== undefined && since === undefined)) throw fail('resend_unclear');
  if (event !== undefined) return { event };
  if (since === undefined) return { failed: true };
  return { since, ...(until !== undefined && { until }) };
}
