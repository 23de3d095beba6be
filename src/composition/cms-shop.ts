import type { CmsOptions } from '../adapters/cms-shop.ts';
import type { Examination } from '../adapters/examination.ts';
import type { CmsKind } from '../adapters/kinds.ts';
import { besideStore } from './beside-store.ts';
import type { OpenedShop } from './opened-shop.ts';
import type { ShopKind } from './shop-kind.ts';
import type { ShopSpec } from './shop-spec.ts';

const TIME_ZONE = 'Europe/Paris';

/** A shop on a CMS's tables, with a store of ours beside it. */
export const cmsShopKind = (kind: CmsKind): ShopKind => ({
  ...kind,
  open: (spec) => openCmsShop(kind, spec),
  examine: (spec) => examineCmsShop(kind, spec),
});

async function openCmsShop(kind: CmsKind, spec: ShopSpec): Promise<OpenedShop> {
  await requireDrivers();
  return besideStore(await kind.open(optionsOf(spec)), spec);
}

async function examineCmsShop(kind: CmsKind, spec: ShopSpec): Promise<Examination> {
  await requireDrivers();
  return kind.examine(optionsOf(spec));
}

async function requireDrivers(): Promise<void> {
  const drivers = await import('../adapters/mysql/drivers.ts');
  await drivers.requireDrivers();
}

function optionsOf({ url, store, cms: settings = {} }: ShopSpec): CmsOptions {
  const { timeZone = TIME_ZONE, blobFolder, ...options } = store;
  return { ...options, url, settings, timeZone, blobs: blobFolder };
}
