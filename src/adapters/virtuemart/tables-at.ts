import type { CmsOptions } from '../cms-shop.ts';
import { type CmsDatabase, openDatabase } from '../mysql/database.ts';
import { findPrefix } from '../mysql/schema.ts';
import { lookAround, requirePlace } from '../mysql/site.ts';
import { textTable } from './products/translations.ts';
import { readLanguage } from './site/language.ts';
import type { Languages } from './site/site.ts';
import { LANGUAGE_TABLES, TABLES, type VirtuemartTables } from './tables.ts';

/** Every Joomla site with VirtueMart has this table. */
const TELLING_TABLE = 'virtuemart_products';

export interface OpenedTables {
  readonly database: CmsDatabase<VirtuemartTables>;
  /** Of the names of the site's tables. */
  readonly prefix: string;
  readonly languages: Languages;
}

/**
 * The site's tables at a URL. Rejects with `option_invalid`, with what readLanguage rejects with, and where the URL names
 * no prefix as the database does, with `cms_tables_missing` or with `cms_prefix_ambiguous`.
 */
export async function openTables(options: CmsOptions): Promise<OpenedTables> {
  const place = requirePlace('virtuemart', options.url);
  const { prefix, languages } = await lookAround(place, options, async (sql) => {
    const found = place.prefix ?? (await findPrefix(sql, TELLING_TABLE));
    return { prefix: found, languages: await readLanguage(sql, found, options.settings.language) };
  });
  const tables = new Set<string>([...TABLES, ...languages.others.map(textTable)]);
  const renamed = LANGUAGE_TABLES.map((name) => [`${name}_lang`, `${name}_${languages.main}`] as const);
  const database = openDatabase<VirtuemartTables>({
    ...{ ...options, place, prefix, tables },
    renamed: new Map(renamed),
  });
  return { database, prefix, languages };
}
