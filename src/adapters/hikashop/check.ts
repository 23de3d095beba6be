import { requireNone, type SiteChecks } from '../examination.ts';
import { type NeededTables, tableProblems } from '../mysql/schema.ts';
import { type Configured, checkStates } from '../order-states.ts';
import { readSite, type Site, siteReadings } from './site/site.ts';
import { readStates } from './site/states.ts';
import type { HikashopSql } from './tables.ts';

/** The tables, and those of their columns that HikaShop did not have from its first version on. */
const NEEDED: NeededTables = {
  hikashop_product: ['product_sort_price', 'product_description_raw', 'product_description_type'],
  hikashop_price: ['price_site_id', 'price_users', 'price_start_date', 'price_end_date', 'price_zone_id'],
  hikashop_category: ['category_alias'],
  hikashop_product_category: [],
  hikashop_characteristic: ['characteristic_alias'],
  hikashop_variant: [],
  hikashop_file: [],
  hikashop_tax: [],
  hikashop_taxation: ['taxation_date_start', 'taxation_date_end'],
  hikashop_zone: [],
  hikashop_zone_link: [],
  hikashop_currency: [],
  hikashop_config: [],
  hikashop_order: ['order_payment_tax', 'order_shipping_tax', 'order_discount_tax'],
  hikashop_order_product: ['order_product_tax_info'],
  hikashop_history: [],
  hikashop_address: [],
  hikashop_user: [],
  users: [],
  usergroups: [],
  user_usergroup_map: [],
};

interface SiteOptions extends Configured {
  /** Unix seconds. */
  now(): number;
}

/** What the site knows, once everything is right; rejects with the first thing that is not. */
export async function requireSite(sql: HikashopSql, prefix: string, options: SiteOptions): Promise<Site> {
  requireNone(await tableProblems(sql, prefix, NEEDED));
  await checkStates(options, () => readStates(sql, prefix));
  return readSite(sql, options.settings, options.now);
}

/** All that `requireSite` asks for, one after another. */
export const siteChecks = (sql: HikashopSql, prefix: string, options: Configured): SiteChecks => ({
  tables: () => tableProblems(sql, prefix, NEEDED),
  readings: [
    ...siteReadings(sql, options.settings),
    () => checkStates(options, () => readStates(sql, prefix)),
  ],
});
