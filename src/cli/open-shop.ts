import { openShop } from '../composition/open-shop.ts';
import type { OpenedShop } from '../composition/opened-shop.ts';
import { shopKindOf } from '../composition/shop-kinds.ts';
import { fail } from '../domain/error.ts';
import type { Configuration, ShopConfiguration } from './configuration/resolve.ts';
import { shopSpec } from './serve/settings.ts';

/** The shop of that name, else the first. Throws `shop_unknown`. */
export function shopNamed({ shops }: Configuration, name: string | undefined): ShopConfiguration {
  if (name === undefined) return shops[0];
  const found = shops.find((shop) => shop.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw fail('shop_unknown', { value: name, expected: shops.map((shop) => shop.name).join(', ') });
}

/** Opens the shop for the time of `work`. */
export async function withShop<T>(
  shop: ShopConfiguration,
  work: (opened: OpenedShop) => Promise<T>,
): Promise<T> {
  const opened = await openShop(shopSpec(shop));
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** For commands that only read: a mistyped folder must not become an empty shop. Throws `nothing_stored`. */
export function requireStored({ store }: ShopConfiguration): void {
  const missing = shopKindOf(store).missing(store);
  if (missing !== undefined) throw fail('nothing_stored', { value: missing });
}
