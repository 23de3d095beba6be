import { requireNone, type SiteChecks } from '../examination.ts';
import { type NeededTables, tableProblems } from '../mysql/schema.ts';
import { checkStates } from '../order-states.ts';
import { textTable } from './products/translations.ts';
import { readSite, type Site, type SiteSource, siteReadings } from './site/site.ts';
import { readOrderStates } from './site/states.ts';
import { LANGUAGE_TABLES, type VirtuemartSql } from './tables.ts';

/** The tables, and those of their columns that VirtueMart did not have from its second version on. */
const NEEDED: NeededTables = {
  virtuemart_products: ['product_gtin', 'has_categories', 'has_medias', 'has_prices'],
  virtuemart_product_prices: ['price_quantity_start', 'product_price_publish_up'],
  virtuemart_product_categories: [],
  virtuemart_product_customfields: ['customfield_params'],
  virtuemart_product_medias: [],
  virtuemart_medias: [],
  virtuemart_customs: [],
  virtuemart_categories: ['category_parent_id', 'has_children'],
  virtuemart_category_categories: [],
  virtuemart_calcs: [],
  virtuemart_calc_categories: [],
  virtuemart_calc_countries: [],
  virtuemart_calc_shoppergroups: [],
  virtuemart_countries: [],
  virtuemart_currencies: [],
  virtuemart_vendors: [],
  virtuemart_shoppergroups: [],
  virtuemart_vmusers: [],
  virtuemart_vmuser_shoppergroups: [],
  virtuemart_userinfos: [],
  virtuemart_orderstates: ['order_stock_handle'],
  virtuemart_orders: [],
  virtuemart_order_items: ['product_discountedPriceWithoutTax'],
  virtuemart_order_calc_rules: ['virtuemart_order_item_id'],
  virtuemart_order_histories: [],
  virtuemart_order_userinfos: [],
  virtuemart_paymentmethods: [],
  virtuemart_shipmentmethods: [],
  users: [],
};

export interface SiteOptions extends SiteSource {
  readonly importableStates?: readonly string[] | undefined;
}

const neededTables = ({ languages }: SiteSource): NeededTables => ({
  ...NEEDED,
  ...Object.fromEntries(LANGUAGE_TABLES.map((table) => [`${table}_${languages.main}`, []])),
  ...Object.fromEntries(languages.others.map((language) => [textTable(language), []])),
});

/** What the site knows, once everything is right; rejects with the first thing that is not. */
export async function requireSite(sql: VirtuemartSql, options: SiteOptions): Promise<Site> {
  requireNone(await tableProblems(sql, options.prefix, neededTables(options)));
  await checkStates(options, () => readOrderStates(sql));
  return readSite(sql, options);
}

/** All that `requireSite` asks for, one after another. */
export const siteChecks = (sql: VirtuemartSql, options: SiteOptions): SiteChecks => ({
  tables: () => tableProblems(sql, options.prefix, neededTables(options)),
  readings: [...siteReadings(sql, options), () => checkStates(options, () => readOrderStates(sql))],
});
