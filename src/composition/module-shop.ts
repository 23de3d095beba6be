import { isAbsolute, resolve } from 'node:path';
import type { Shop } from '../shop/shop.ts';
import { besideStore, type ForeignShop } from './beside-store.ts';
import { loadDefault } from './load-module.ts';
import type { OpenedShop } from './opened-shop.ts';
import type { ShopKind } from './shop-kind.ts';
import type { ShopSpec } from './shop-spec.ts';

/** What a shop's own module exports by default. It is called once in each thread that has the shop open. */
export type ShopModule = () => Shop | ForeignShop | Promise<Shop | ForeignShop>;

const SCHEME = 'module:';
const EXPECTED = 'export default () => shop';

const pathOf = (url: string): string => url.slice(SCHEME.length);

/** Code of somebody's own that gives a `Shop`, on whatever data. */
export const MODULE_KIND: ShopKind = {
  form: `${SCHEME}FILE`,
  accepts: (url) => url.startsWith(SCHEME) && pathOf(url) !== '',
  absolute: (url, folder) => (isAbsolute(pathOf(url)) ? url : `${SCHEME}${resolve(folder, pathOf(url))}`),
  shown: (url) => url,
  waits: true,
  missing: () => undefined,
  hasSchemas: false,
  isPassing: () => false,
  open: openModule,
};

async function openModule(spec: ShopSpec): Promise<OpenedShop> {
  const make = await loadDefault<ShopModule>(pathOf(spec.url), EXPECTED);
  const made = await make();
  return besideStore('shop' in made ? made : { shop: made }, spec);
}
