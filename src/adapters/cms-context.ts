import type { Kysely } from 'kysely';
import { openBlobPlace } from '../store/blob-place.ts';
import type { Blobs } from '../store/blobs.ts';
import type { CmsOptions } from './cms-shop.ts';
import type { CmsDatabase } from './mysql/database.ts';
import type { SideSql } from './side/tables.ts';
import { createWallClock, type WallClock } from './side/wall-clock.ts';

/** A CMS's tables, and ours among them. */
export interface CmsTables<Tables> {
  readonly database: CmsDatabase<Tables>;
  /** Our side tables alone, on the same connection. */
  sideOf(sql: Kysely<Tables>): SideSql;
}

/** What every part of an adapter is built from, whatever the CMS. */
export interface CmsContext<Tables> extends CmsTables<Tables> {
  /** Where the files of documents are. */
  readonly blobs: Blobs;
  /** Unix seconds. */
  now(): number;
  /** Between Unix seconds and the shop's wall clock. */
  readonly clock: WallClock;
  /** Undefined: all. */
  readonly importableStates: readonly string[] | undefined;
}

export const cmsContext = <Tables>(
  { database, sideOf }: CmsTables<Tables>,
  { blobs, timeZone, importableStates, now = () => new Date() }: CmsOptions,
): CmsContext<Tables> => ({
  database,
  sideOf,
  blobs: openBlobPlace(blobs),
  now: () => Math.floor(now().getTime() / 1000),
  clock: createWallClock(timeZone),
  importableStates,
});
