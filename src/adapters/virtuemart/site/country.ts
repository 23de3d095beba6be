import { fail } from '../../../domain/error.ts';
import type { VirtuemartSql } from '../tables.ts';
import type { Vendor } from './vendor.ts';

/**
 * The country whose tax rules hold: that of the setting, else the vendor's own. Undefined where nobody says: then only
 * rules for every country hold. Rejects with `cms_setting_unknown`.
 */
export async function readTaxCountry(
  sql: VirtuemartSql,
  vendor: Vendor,
  setting: string | undefined,
): Promise<number | undefined> {
  if (setting === undefined) return vendor.country;
  const found = await sql
    .selectFrom('virtuemart_countries')
    .select('virtuemart_country_id as id')
    .where('country_2_code', '=', setting)
    .executeTakeFirst();
  if (found) return found.id;
  throw fail('cms_setting_unknown', { field: 'cms.taxZone', value: setting, expected: 'FR, BE, …' });
}
