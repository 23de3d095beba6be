import type { PriceLevel } from '../../../domain/product.ts';
import type { Capabilities } from '../../../shop/capabilities.ts';
import type { CmsSettings } from '../../settings.ts';
import type { VirtuemartSql } from '../tables.ts';
import { readDefaultCategory } from './categories.ts';
import { readTaxCountry } from './country.ts';
import { readCurrency } from './currency.ts';
import { createGroups, type Groups, readCustomerGroups, readLevels } from './groups.ts';
import { type ImageFolder, readImageFolder } from './images.ts';
import { readLengths } from './lengths.ts';
import { createTaxes, type Taxes } from './taxes.ts';
import { readVendor } from './vendor.ts';

/** The languages of a site that VirtueMart has tables for, as `fr_fr`. */
export interface Languages {
  readonly main: string;
  readonly others: readonly string[];
}

/** What has to be known of a site before the first product is written. */
export interface Site {
  readonly vendor: number;
  readonly languages: Languages;
  readonly currency: number;
  readonly taxes: Taxes;
  readonly groups: Groups;
  /** The groups of the price levels. */
  readonly levels: ReadonlyMap<PriceLevel, number>;
  /** The groups that the ERP's price categories put customers into, by name in small letters. */
  readonly customerGroups: ReadonlyMap<string, number>;
  /** Of products that come without a category. */
  readonly defaultCategory: number;
  /** Undefined: images are not kept. */
  readonly imageFolder: ImageFolder | undefined;
  readonly longest: Capabilities['longest'];
}

export interface SiteSource {
  readonly settings: CmsSettings;
  readonly languages: Languages;
  readonly prefix: string;
  /** The moment, in VirtueMart's words. */
  now(): string;
}

/**
 * Reads what VirtueMart knows, and checks what was configured. Rejects with `cms_setting_unknown`, `cms_setting_needed`,
 * `cms_incomplete` or `cms_folder_unwritable`.
 */
export async function readSite(
  sql: VirtuemartSql,
  { settings, languages, prefix, now }: SiteSource,
): Promise<Site> {
  const vendor = await readVendor(sql);
  const groups = createGroups(vendor.id);
  const country = await readTaxCountry(sql, vendor, settings.taxZone);
  const inLanguage = (table: string): string => `${prefix}${table}_${languages.main}`;
  return {
    vendor: vendor.id,
    languages,
    currency: await readCurrency(sql, vendor, settings.currency),
    taxes: createTaxes({ vendor: vendor.id, country, now }),
    groups,
    levels: await readLevels(sql, groups, settings),
    customerGroups: await readCustomerGroups(sql, groups, settings),
    defaultCategory: await readDefaultCategory(sql, settings.defaultCategory),
    imageFolder: await readImageFolder(settings.siteFolder),
    longest: await readLengths(sql, {
      products: inLanguage('virtuemart_products'),
      categories: inLanguage('virtuemart_categories'),
    }),
  };
}

/** The same facts, each by itself: for whoever wants to hear of everything that is wrong. */
export const siteReadings = (
  sql: VirtuemartSql,
  { settings }: Pick<SiteSource, 'settings'>,
): readonly (() => Promise<unknown>)[] => {
  const groups = async () => createGroups((await readVendor(sql)).id);
  return [
    async () => readCurrency(sql, await readVendor(sql), settings.currency),
    async () => readTaxCountry(sql, await readVendor(sql), settings.taxZone),
    async () => readLevels(sql, await groups(), settings),
    async () => readCustomerGroups(sql, await groups(), settings),
    () => readDefaultCategory(sql, settings.defaultCategory),
    () => readImageFolder(settings.siteFolder),
  ];
};
