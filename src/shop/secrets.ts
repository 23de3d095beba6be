import { hash, timingSafeEqual } from 'node:crypto';

/** A secret as a shop keeps it: its SHA-256, in hexadecimal; the secret itself is stored nowhere. */
export interface StoredSecret {
  readonly sha256: string;
}

/** A shop's valid secrets, read anew now and then so that a revoked one soon fails. */
export interface SecretRing<Item extends StoredSecret> {
  /** The one that was given in clear, if it is among them. */
  find(secret: string): Promise<Item | undefined>;
}

export interface SecretRingOptions<Item extends StoredSecret> {
  load(): Promise<readonly Item[]>;
  /** How long a loaded list serves, in milliseconds. */
  readonly freshFor?: number;
  readonly now?: () => number;
}

export function createSecretRing<Item extends StoredSecret>({
  load,
  freshFor = 1000,
  now = Date.now,
}: SecretRingOptions<Item>): SecretRing<Item> {
  let known: readonly { readonly item: Item; readonly digest: Buffer }[] = [];
  let loadedAt = Number.NEGATIVE_INFINITY;
  return {
    async find(secret) {
      if (now() - loadedAt > freshFor) {
        known = (await load()).map((item) => ({ item, digest: Buffer.from(item.sha256, 'hex') }));
        loadedAt = now();
      }
      const given = hash('sha256', secret, 'buffer');
      // Every digest is compared, so that the time tells nothing about which one matched.
      return known.reduce<Item | undefined>(
        (found, { item, digest }) => (timingSafeEqual(digest, given) ? item : found),
        undefined,
      );
    },
  };
}

const NOT_HERE = Symbol('not found here');

/**
 * What the first of the candidates finds. All are asked at once: a shop whose database hangs must not make the callers of
 * the others wait. Rejects when one cannot look, unless another one finds.
 */
export async function findFirst<Candidate, Found>(
  candidates: readonly Candidate[],
  find: (candidate: Candidate) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const asked = candidates.map(async (candidate) => {
    const found = await find(candidate);
    if (found === undefined) throw NOT_HERE;
    return found;
  });
  try {
    return await Promise.any(asked);
  } catch (error) {
    const refusals: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
    const failure = refusals.find((refusal) => refusal !== NOT_HERE);
    if (failure !== undefined) throw failure;
    return undefined;
  }
}
