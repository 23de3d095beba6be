/** Between an attempt and the next one, in seconds: nine attempts over some 28 hours. */
export const RETRY_SECONDS: readonly number[] = [5, 60, 300, 1800, 7200, 18_000, 36_000, 36_000];

/** So that what failed together does not come back together. */
const JITTER = 0.2;
/** The longest that a receiver may ask to be left alone. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;

export interface FailedAttempt {
  /** 1, 2, 3 … */
  readonly attempt: number;
  /** What the receiver asked for. */
  readonly retryAfterMs?: number | undefined;
}

/** How long after a failed attempt the next one is due, in milliseconds; undefined when there is none. */
export function retryDelay(
  { attempt, retryAfterMs = 0 }: FailedAttempt,
  random: () => number,
): number | undefined {
  const seconds = RETRY_SECONDS[attempt - 1];
  if (seconds === undefined) return undefined;
  const jittered = seconds * 1000 * (1 - JITTER + 2 * JITTER * random());
  return Math.round(Math.max(jittered, Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS)));
}

/** Failures in a row after which an address is only probed, one event at a time. */
export const PROBING_FROM = 5;
const LONGEST_PAUSE_MS = 60_000;

/** How long an address that fails is left alone between two probes. */
export const probePause = (failures: number): number =>
  failures < PROBING_FROM ? 0 : Math.min(1000 * 2 ** (failures - PROBING_FROM), LONGEST_PAUSE_MS);
