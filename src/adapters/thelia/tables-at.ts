import type { CmsOptions } from '../cms-shop.ts';
import { type CmsDatabase, openDatabase } from '../mysql/database.ts';
import { requirePlace } from '../mysql/site.ts';
import { TABLES, type TheliaTables } from './tables.ts';

export interface OpenedTables {
  readonly database: CmsDatabase<TheliaTables>;
  /** Thelia's tables have none. */
  readonly prefix: string;
}

/** The site's tables at a URL; nothing is connected yet. Throws `option_invalid`. */
export function openTables(options: CmsOptions): OpenedTables {
  const place = requirePlace('thelia', options.url);
  const { prefix = '' } = place;
  return {
    database: openDatabase<TheliaTables>({ ...options, place, prefix, tables: new Set(TABLES) }),
    prefix,
  };
}
