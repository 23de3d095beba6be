import { createSecretRing } from '../shop/secrets.ts';

/** Who may call: the digests of a shop's valid keys, read anew now and then so that a revoked key soon fails. */
export interface KeyRing {
  accepts(key: string): Promise<boolean>;
}

export interface KeyRingOptions {
  /** SHA-256 of each valid key, in hexadecimal. */
  load(): Promise<readonly string[]>;
  /** How long a loaded list serves, in milliseconds. */
  readonly freshFor?: number;
  readonly now?: () => number;
}

export function createKeyRing({ load, ...options }: KeyRingOptions): KeyRing {
  const ring = createSecretRing({
    ...options,
    load: async () => (await load()).map((sha256) => ({ sha256 })),
  });
  return { accepts: async (key) => (await ring.find(key)) !== undefined };
}

export interface FailureDelays {
  /** Waits, longer with each recent failure of this address. */
  afterFailure(address: string): Promise<void>;
}

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;
const FORGET_AFTER_MS = 15 * 60_000;
const MOST_ADDRESSES = 10_000;
/** More callers than this do not wait at all: waiting must not become a way to hold memory. */
const MOST_WAITING = 1_000;

/** Slows down who tries keys. A right key is never delayed, whatever else its address did. */
export function createFailureDelays(now: () => number = Date.now): FailureDelays {
  const failures = new Map<string, { count: number; last: number }>();
  let waiting = 0;
  return {
    async afterFailure(address) {
      const known = failures.get(address);
      const count = known && now() - known.last < FORGET_AFTER_MS ? known.count + 1 : 1;
      failures.delete(address);
      failures.set(address, { count, last: now() });
      const oldest = failures.keys().next().value;
      if (failures.size > MOST_ADDRESSES && oldest !== undefined) failures.delete(oldest);
      if (waiting >= MOST_WAITING) return;
      waiting++;
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (count - 1))),
      );
      waiting--;
    },
  };
}
