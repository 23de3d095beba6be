import type { PriceLevel } from '../../../domain/product.ts';
import type { CmsSettings } from '../../settings.ts';
import type { HikashopSql } from '../tables.ts';
import { readDefaultCategory, readRoot } from './categories.ts';
import { readConfig } from './config.ts';
import { readCurrency } from './currency.ts';
import { createGroups, type Groups, readCustomerGroups, readLevels } from './groups.ts';
import { readImageFolder } from './images.ts';
import { createTaxes, type Taxes } from './taxes.ts';
import { readTaxZones } from './zones.ts';

/** What has to be known of a site before the first product is written. */
export interface Site {
  readonly currency: number;
  readonly taxes: Taxes;
  readonly groups: Groups;
  /** The user groups of the price levels. */
  readonly levels: ReadonlyMap<PriceLevel, number>;
  /** The user groups that the ERP's price categories put customers into, by name in small letters. */
  readonly customerGroups: ReadonlyMap<string, number>;
  /** The top of the products' categories. */
  readonly root: number;
  /** Of products that come without a category. */
  readonly defaultCategory: number;
  /** Whether HikaShop itself gives new products and categories an alias. */
  readonly fillsAlias: boolean;
  /** Undefined: images are not kept. */
  readonly imageFolder: string | undefined;
}

/**
 * Reads what HikaShop knows, and checks what was configured. `now`: Unix seconds. Rejects with `cms_setting_unknown`,
 * `cms_setting_needed`, `cms_incomplete` or `cms_folder_unwritable`.
 */
export async function readSite(sql: HikashopSql, settings: CmsSettings, now: () => number): Promise<Site> {
  const groups = createGroups();
  const root = await readRoot(sql);
  return {
    currency: await readCurrency(sql, settings.currency),
    taxes: createTaxes(await readTaxZones(sql, settings.taxZone), now),
    groups,
    levels: await readLevels(sql, groups, settings),
    customerGroups: await readCustomerGroups(sql, groups, settings),
    root,
    defaultCategory: await readDefaultCategory(sql, root, settings.defaultCategory),
    fillsAlias: (await readConfig(sql, 'alias_auto_fill')) !== '0',
    imageFolder: await readImageFolder(sql, settings.siteFolder),
  };
}

/** The same facts, each by itself: for whoever wants to hear of everything that is wrong. */
export const siteReadings = (
  sql: HikashopSql,
  settings: CmsSettings,
): readonly (() => Promise<unknown>)[] => [
  () => readCurrency(sql, settings.currency),
  () => readTaxZones(sql, settings.taxZone),
  () => readLevels(sql, createGroups(), settings),
  () => readCustomerGroups(sql, createGroups(), settings),
  async () => readDefaultCategory(sql, await readRoot(sql), settings.defaultCategory),
  () => readImageFolder(sql, settings.siteFolder),
];
