import type { ShopReader } from '../shop/reader.ts';
import type { Shop } from '../shop/shop.ts';
import type { ShopSide } from '../shop/shop-side.ts';
import type { BlobPlace } from '../store/blob-place.ts';
import type { ConnectionOptions } from './mysql/connections.ts';
import type { CmsSettings } from './settings.ts';

/** How a CMS's tables are opened. */
export interface CmsOptions extends ConnectionOptions {
  /** `CMS:mysql://…` */
  readonly url: string;
  readonly settings: CmsSettings;
  /** Where the files of documents are kept. */
  readonly blobs: BlobPlace;
  /** IANA name. */
  readonly timeZone: string;
  /** States whose orders are importable; all by default. */
  readonly importableStates?: readonly string[];
  /** The clock, for tests. */
  readonly now?: () => Date;
}

/** A shop on a CMS's tables. Its journal and its keys are kept elsewhere. */
export interface CmsShop {
  readonly shop: Shop;
  readonly reader: ShopReader;
  offerOrderAgain: ShopSide['offerOrderAgain'];
  /** One trivial read. */
  probe(): Promise<unknown>;
}
