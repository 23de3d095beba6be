import { findFirst } from '../shop/secrets.ts';
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
    const found = await findFirst(candidates, async (served) =>
      (await served.keys.accepts(key)) ? served : undefined,
    );
    known.set(key, found);
    return found;
  };
}
