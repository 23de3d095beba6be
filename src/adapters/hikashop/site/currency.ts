import { fail } from '../../../domain/error.ts';
import type { HikashopSql } from '../tables.ts';
import { readConfig } from './config.ts';

/** The currency of the ERP's prices. Rejects with `cms_setting_unknown`, `cms_setting_needed`. */
export async function readCurrency(sql: HikashopSql, setting: string | undefined): Promise<number> {
  const currencies = await sql
    .selectFrom('hikashop_currency')
    .select(['currency_id as id', 'currency_code as code'])
    .orderBy('currency_id')
    .execute();
  const field = 'cms.currency';
  if (setting !== undefined) {
    const named = currencies.find(({ code }) => code.toUpperCase() === setting.toUpperCase());
    if (named) return named.id;
    const expected = currencies.map(({ code }) => code).join(', ');
    throw fail('cms_setting_unknown', { field, value: setting, expected });
  }
  const main = Number(await readConfig(sql, 'main_currency'));
  if (currencies.some(({ id }) => id === main)) return main;
  throw fail('cms_setting_needed', { field, expected: 'EUR' });
}
