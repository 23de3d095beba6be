import { fail } from '../../../domain/error.ts';
import type { VirtuemartSql } from '../tables.ts';
import type { Vendor } from './vendor.ts';

/** The currency of the ERP's prices. Rejects with `cms_setting_unknown`, `cms_setting_needed`. */
export async function readCurrency(
  sql: VirtuemartSql,
  vendor: Vendor,
  setting: string | undefined,
): Promise<number> {
  const currencies = await sql
    .selectFrom('virtuemart_currencies')
    .select(['virtuemart_currency_id as id', 'currency_code_3 as code'])
    .orderBy('virtuemart_currency_id')
    .execute();
  const field = 'cms.currency';
  if (setting !== undefined) {
    const named = currencies.find(({ code }) => code?.toUpperCase() === setting.toUpperCase());
    if (named) return named.id;
    const expected = currencies.map(({ code }) => code).join(', ');
    throw fail('cms_setting_unknown', { field, value: setting, expected });
  }
  const own = currencies.find(({ id }) => id === vendor.currency);
  if (own) return own.id;
  throw fail('cms_setting_needed', { field, expected: 'EUR' });
}
