import { join } from 'node:path';
import { fail } from '../../../domain/error.ts';
import type { CmsSettings } from '../../settings.ts';
import { requireImageFolder } from '../../side/image-files.ts';
import type { TheliaSql } from '../tables.ts';
import { checkDefaultCategory } from './categories.ts';
import { checkCurrency } from './currency.ts';
import { type Languages, readLanguages } from './languages.ts';

/** What has to be known of a site before the first product is written. */
export interface Site {
  readonly languages: Languages;
  /** The path of the rubrique of products that come without one. */
  readonly defaultCategory: readonly string[];
  /** Whether Thelia gives products and rubriques an address of their own. */
  readonly rewrites: boolean;
  /** Undefined: images are not kept. */
  readonly imageFolder: string | undefined;
}

const IMAGES = 'client/gfx/photos/produit';

/**
 * Reads what Thelia knows, and checks what was configured. Rejects with `cms_setting_unknown`, `cms_setting_unused`,
 * `cms_incomplete` or `cms_folder_unwritable`.
 */
export async function readSite(sql: TheliaSql, settings: CmsSettings): Promise<Site> {
  const { currency, defaultCategory } = settings;
  for (const reading of unusedSettings(settings)) reading();
  await checkCurrency(sql, currency);
  const languages = await readLanguages(sql, settings.language);
  return {
    languages,
    defaultCategory: await checkDefaultCategory(sql, languages.main, defaultCategory),
    rewrites: await readsRewrites(sql),
    imageFolder: await readImageFolder(settings),
  };
}

/** What could be wrong in the settings, each reading by itself. */
export const siteReadings = (sql: TheliaSql, settings: CmsSettings): readonly (() => Promise<unknown>)[] => [
  ...unusedSettings(settings).map((reading) => async () => reading()),
  () => checkCurrency(sql, settings.currency),
  async () => {
    const { main } = await readLanguages(sql, settings.language);
    return checkDefaultCategory(sql, main, settings.defaultCategory);
  },
  async () => readImageFolder(settings),
];

const readImageFolder = async ({ siteFolder }: CmsSettings): Promise<string | undefined> =>
  siteFolder === undefined ? undefined : requireImageFolder(join(siteFolder, IMAGES));

/** Thelia has neither groups of customers nor tax zones: a product has its rate. */
const unusedSettings = ({
  priceLevels = {},
  customerGroups = [],
  taxZone,
}: CmsSettings): readonly (() => void)[] => {
  const unused = [
    ...Object.keys(priceLevels).map((level) => `cms.priceLevels.${level}`),
    ...(customerGroups.length > 0 ? ['cms.customerGroups'] : []),
    ...(taxZone === undefined ? [] : ['cms.taxZone']),
  ];
  return unused.map((field) => () => {
    throw fail('cms_setting_unused', { field });
  });
};

async function readsRewrites(sql: TheliaSql): Promise<boolean> {
  const row = await sql
    .selectFrom('variable')
    .select('valeur')
    .where('nom', '=', 'rewrite')
    .executeTakeFirst();
  return row?.valeur === '1';
}
