import { existsSync } from 'node:fs';
import { fail } from '../domain/error.ts';
import { openStore, type Store } from '../store/open.ts';
import type { Configuration, ShopConfiguration } from './configuration/resolve.ts';
import { storeOptions } from './serve/settings.ts';

/** The shop of that name, else the first. Throws `shop_unknown`. */
export function shopNamed({ shops }: Configuration, name: string | undefined): ShopConfiguration {
  if (name === undefined) return shops[0];
  const found = shops.find((shop) => shop.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw fail('shop_unknown', { value: name, expected: shops.map((shop) => shop.name).join(', ') });
}

/** Opens the shop's store for the time of `work`. */
export async function withStore<T>(shop: ShopConfiguration, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(storeOptions(shop));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** For commands that only read: a mistyped folder must not become an empty shop. Throws `nothing_stored`. */
export function requireStored({ store }: ShopConfiguration): void {
  if (!store.startsWith('sqlite:')) return;
  const path = store.replace(/^sqlite:/, '');
  if (!existsSync(path)) throw fail('nothing_stored', { value: path });
}
