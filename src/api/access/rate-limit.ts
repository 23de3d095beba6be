export interface RateLimit {
  /** Takes one call from what `who` has left. */
  take(who: string): Allowance;
}

export interface Allowance {
  readonly isGranted: boolean;
  /** Calls that may follow at once. */
  readonly remaining: number;
  /** Whole seconds until one more may be made. */
  readonly secondsToNext: number;
}

const MINUTE_MS = 60_000;
/** Sixty seconds are seldom a whole multiple of what a call takes of them. */
const ROUNDING_MS = 1e-6;
const MOST_CALLERS = 10_000;

/**
 * A token bucket for each caller: as many calls at once as a minute has, and then as fast as the minute allows. A bucket is
 * one number, the time at which it will be full again.
 */
export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  const each = MINUTE_MS / perMinute;
  const fullAt = new Map<string, number>();
  return {
    take(who) {
      const time = now();
      const before = Math.max(fullAt.get(who) ?? 0, time);
      const isGranted = before + each <= time + MINUTE_MS + ROUNDING_MS;
      const after = isGranted ? before + each : before;
      fullAt.delete(who);
      fullAt.set(who, after);
      const oldest = fullAt.keys().next().value;
      if (fullAt.size > MOST_CALLERS && oldest !== undefined) fullAt.delete(oldest);
      const remaining = Math.floor((time + MINUTE_MS + ROUNDING_MS - after) / each);
      const waitMs = remaining > 0 ? 0 : after + each - time - MINUTE_MS;
      return { isGranted, remaining, secondsToNext: Math.ceil(waitMs / 1000) };
    },
  };
}

/** As draft-ietf-httpapi-ratelimit-headers-10 has them. */
export const rateLimitHeaders = (
  perMinute: number,
  { isGranted, remaining, secondsToNext }: Allowance,
): Readonly<Record<string, string>> => ({
  'ratelimit-policy': `"token";q=${perMinute};w=60`,
  ratelimit: `"token";r=${remaining};t=${secondsToNext}`,
  ...(!isGranted && { 'retry-after': String(Math.max(1, secondsToNext)) }),
});
