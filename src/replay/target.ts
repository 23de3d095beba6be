import type { Journal } from '../shop/journal.ts';
import type { ShopReader } from '../shop/reader.ts';
import type { Shop } from '../shop/shop.ts';
import type { BulkRunner } from '../webservice/bulk/bulk.ts';
import type { EndpointOptions } from '../webservice/endpoint-options.ts';
import type { Spool } from '../webservice/intake/spool.ts';
import type { EndpointLimits } from '../webservice/limits.ts';
import type { ServedShop } from '../webservice/served-shop.ts';

/** What a replay asks of a shop: the one that exchanges are read from, or the one that they are sent to. */
export interface ReplayedShop {
  readonly shop: Shop;
  /** Gives images and files back; none where what is stored cannot be read. */
  readonly reader?: Pick<ShopReader, 'blob'> | undefined;
  readonly journal: Pick<Journal, 'exchange' | 'recordExchange'>;
}

/** The shop that exchanges are sent to, and how its endpoint reads them. */
export interface ReplayTarget extends Pick<EndpointOptions, 'onExchange'> {
  readonly shop: ReplayedShop;
  readonly served: Omit<ServedShop, 'shop' | 'keys' | 'journal'>;
  readonly limits: EndpointLimits;
  readonly spool: Spool;
  /** Of large bulk messages; on this thread by default. */
  readonly runBulk?: BulkRunner;
  /** Characters of each request and reply that the journal keeps. */
  readonly payloadCharacters: number;
}
