import { CMS_KINDS } from '../adapters/kinds.ts';
import { fail } from '../domain/error.ts';
import { shownUrl } from '../domain/shown-url.ts';
import { DATABASE_KINDS } from '../store/database-kinds.ts';
import { cmsShopKind } from './cms-shop.ts';
import { MODULE_KIND } from './module-shop.ts';
import { type OpenedShop, openedStore } from './opened-shop.ts';
import type { ShopKind } from './shop-kind.ts';
import type { ShopSpec } from './shop-spec.ts';

async function openOwn({ url, store }: ShopSpec): Promise<OpenedShop> {
  // Loaded where it is needed: who only reads a URL needs no database.
  const { openStore } = await import('../store/open.ts');
  return openedStore(await openStore({ ...store, url }));
}

/** Every kind there is. An adapter is one more row. */
export const SHOP_KINDS: readonly ShopKind[] = [
  ...DATABASE_KINDS.map((kind): ShopKind => ({ ...kind, open: openOwn })),
  MODULE_KIND,
  ...CMS_KINDS.map(cmsShopKind),
];

export const isShopUrl = (url: string): boolean => SHOP_KINDS.some(({ accepts }) => accepts(url));

/** Throws `option_invalid`. */
export function shopKindOf(url: string, kinds = SHOP_KINDS): ShopKind {
  const kind = kinds.find(({ accepts }) => accepts(url));
  if (kind) return kind;
  throw fail('option_invalid', {
    field: 'store',
    value: shownUrl(url),
    expected: kinds.map(({ form }) => form).join(', '),
  });
}
