import type { ServedShop } from './served-shop.ts';

/** Gives the shop that a key opens, if any. Asked several times a request, answered once. */
export type Identify = (key: string | undefined) => Promise<ServedShop | undefined>;

export function createIdentification(shops: readonly ServedShop[], shopName: string | undefined): Identify {
  const candidates = shopName === undefined ? shops : shops.filter(({ name }) => name === shopName);
  const known = new Map<string, ServedShop | undefined>();
  return async (key) => {
    if (key === undefined || key === '') return undefined;
    if (known.has(key)) return known.get(key);
    let found: ServedShop | undefined;
    for (const served of candidates) if (await served.keys.accepts(key)) found ??= served;
    known.set(key, found);
    return found;
  };
}
