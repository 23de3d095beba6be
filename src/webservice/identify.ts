import type { ServedShop } from './served-shop.ts';

/**
 * Gives the shop that a key opens, if any. Asked several times a request, answered once. Rejects when a shop cannot look
 * its keys up, unless the key is another one's.
 */
export type Identify = (key: string | undefined) => Promise<ServedShop | undefined>;

export function createIdentification(shops: readonly ServedShop[], shopName: string | undefined): Identify {
  const candidates = shopName === undefined ? shops : shops.filter(({ name }) => name === shopName);
  const known = new Map<string, ServedShop | undefined>();
  return async (key) => {
    if (key === undefined || key === '') return undefined;
    if (known.has(key)) return known.get(key);
    const found = await shopOf(key, candidates);
    known.set(key, found);
    return found;
  };
}

const WRONG_KEY = Symbol('not a key of this shop');

/** All are asked at once: a shop whose database hangs must not make the callers of the others wait. */
async function shopOf(key: string, candidates: readonly ServedShop[]): Promise<ServedShop | undefined> {
  const asked = candidates.map(async (served) => {
    if (await served.keys.accepts(key)) return served;
    throw WRONG_KEY;
  });
  try {
    return await Promise.any(asked);
  } catch (error) {
    const refusals: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
    const failure = refusals.find((refusal) => refusal !== WRONG_KEY);
    if (failure !== undefined) throw failure;
    return undefined;
  }
}
