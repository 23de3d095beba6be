import type { GuardLimits } from '../domain/guard.ts';
import type { OwnableField } from '../domain/ownership.ts';
import type { PricingOptions } from '../domain/pricing/question.ts';
import type { RecordDepth } from '../shop/journal.ts';
import type { BlobPlace } from './blob-place.ts';

export interface StoreOptions {
  /** `sqlite:PATH` (or `sqlite::memory:` for tests that need no durability), `postgres://…` or `postgresql://…`. */
  readonly url: string;
  /** Where images and documents are kept, each named by its content: a folder, or a bucket. */
  readonly blobFolder: BlobPlace;
  /** IANA name; Europe/Paris by default. */
  readonly timeZone?: string;
  /** States whose orders are importable; all by default. */
  readonly importableStates?: readonly string[];
  /** How prices are resolved: at 0 nothing is sold, and no category has a price level, by default. */
  readonly pricing?: PricingOptions;
  /** Of products, what the shop keeps for itself: the ERP says it of new products only. None by default. */
  readonly owned?: readonly OwnableField[];
  /** How much one run of the ERP may do to the catalogue; anything by default. */
  readonly guard?: GuardLimits | undefined;
  /** What is kept of exchanges; everything by default. */
  readonly record?: RecordDepth | undefined;
  /** How long a write waits for another process's lock, or for a free connection, before it is refused; 60,000 by default. */
  readonly patienceMs?: number;
  /** PostgreSQL: the shop's own schema, `passerelle` by default. */
  readonly schema?: string;
  /** PostgreSQL: connections that all shops of this process (or thread) on the same URL share; 10 by default. */
  readonly poolSize?: number;
  /** PostgreSQL: how long the server may take to accept a connection; 5,000 by default. */
  readonly connectTimeoutMs?: number;
  /** PostgreSQL: how long a statement that is no part of a bulk message may take; 60,000 by default. */
  readonly statementTimeoutMs?: number;
  /** The clock, for tests. */
  readonly now?: () => Date;
}
