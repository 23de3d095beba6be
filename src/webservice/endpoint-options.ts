import type { Exchange } from '../shop/journal.ts';
import type { BulkRunner } from './bulk/bulk.ts';
import type { FailureDelays } from './gate.ts';
import type { Spool } from './intake/spool.ts';
import type { EndpointLimits } from './limits.ts';
import type { ServedShop } from './served-shop.ts';

export interface EndpointOptions {
  /** At least one; the first is also the one of `/webservice`. */
  readonly shops: readonly [ServedShop, ...ServedShop[]];
  readonly limits: EndpointLimits;
  readonly spool: Spool;
  /** For bulk messages that are large or stream in; small ones are worked on at once. */
  readonly runBulk: BulkRunner;
  readonly delays: FailureDelays;
  /** Throws where what is asked for may not be asked for here. By default everything may. */
  admits?(resource: string): void;
  /** Characters of each request and reply that the journal keeps. */
  readonly payloadCharacters: number;
  /** Told of each exchange when it is over; `error` is a fault of ours. */
  onExchange?(exchange: Exchange, shopName: string, error?: unknown): void;
  /** Told when the journal could not keep an exchange; the caller has had its reply. */
  onJournalFailure?(exchange: Exchange, shopName: string, error: unknown): void;
}
