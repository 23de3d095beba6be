import type { CmsOptions, CmsShop } from './cms-shop.ts';
import type { Examination } from './examination.ts';
import { cmsStorePlace } from './mysql/place.ts';

/** A CMS on whose tables a shop can be opened. */
export interface CmsKind extends ReturnType<typeof cmsStorePlace> {
  /** As its URLs begin. */
  readonly cms: string;
  /** Only once the drivers are there: see mysql/drivers.ts. */
  open(options: CmsOptions): Promise<CmsShop>;
  /** Looks for what would keep it from being opened, and for what is strange in it; changes nothing. */
  examine(options: CmsOptions): Promise<Examination>;
}

/** Every CMS there is an adapter for; each is loaded where it is needed. */
export const CMS_KINDS: readonly CmsKind[] = [
  {
    ...cmsStorePlace('hikashop'),
    cms: 'hikashop',
    open: async (options) => (await import('./hikashop/open.ts')).openHikashop(options),
    examine: async (options) => (await import('./hikashop/doctor/examine.ts')).examineHikashop(options),
  },
  {
    ...cmsStorePlace('virtuemart'),
    cms: 'virtuemart',
    open: async (options) => (await import('./virtuemart/open.ts')).openVirtuemart(options),
    examine: async (options) => (await import('./virtuemart/doctor/examine.ts')).examineVirtuemart(options),
  },
  {
    ...cmsStorePlace('thelia'),
    cms: 'thelia',
    open: async (options) => (await import('./thelia/open.ts')).openThelia(options),
    examine: async (options) => (await import('./thelia/doctor/examine.ts')).examineThelia(options),
  },
];
