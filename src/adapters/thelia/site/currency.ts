import { fail } from '../../../domain/error.ts';
import type { TheliaSql } from '../tables.ts';

/**
 * Prices are in the shop's default currency; Thelia makes those in others of them. Rejects with `cms_incomplete`, and
 * with `cms_setting_unknown` where the ERP's prices are to be in another one.
 */
export async function checkCurrency(sql: TheliaSql, setting: string | undefined): Promise<void> {
  const main = await sql.selectFrom('devise').select('code').where('defaut', '=', 1).executeTakeFirst();
  if (!main) throw fail('cms_incomplete', { value: 'devise.defaut = 1' });
  if (setting === undefined || setting.toUpperCase() === main.code.toUpperCase()) return;
  throw fail('cms_setting_unknown', { field: 'cms.currency', value: setting, expected: main.code });
}
