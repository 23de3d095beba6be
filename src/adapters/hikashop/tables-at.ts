import type { CmsOptions } from '../cms-shop.ts';
import { type CmsDatabase, openDatabase } from '../mysql/database.ts';
import { findPrefix } from '../mysql/schema.ts';
import { lookAround, requirePlace } from '../mysql/site.ts';
import { type HikashopTables, TABLES } from './tables.ts';

/** Every Joomla site with HikaShop has this table. */
const TELLING_TABLE = 'hikashop_product';

export interface OpenedTables {
  readonly database: CmsDatabase<HikashopTables>;
  /** Of the names of the site's tables. */
  readonly prefix: string;
}

/**
 * The site's tables at a URL. Rejects with `option_invalid`, and where the URL names no prefix as the database does, with
 * `cms_tables_missing` or with `cms_prefix_ambiguous`.
 */
export async function openTables(options: CmsOptions): Promise<OpenedTables> {
  const place = requirePlace('hikashop', options.url);
  const prefix = place.prefix ?? (await lookAround(place, options, (sql) => findPrefix(sql, TELLING_TABLE)));
  return {
    database: openDatabase<HikashopTables>({ ...options, place, prefix, tables: new Set(TABLES) }),
    prefix,
  };
}
