import type { HikashopSql } from '../tables.ts';

/** A setting of HikaShop's own, where it is filled in. */
export async function readConfig(sql: HikashopSql, name: string): Promise<string | undefined> {
  const row = await sql
    .selectFrom('hikashop_config')
    .select('config_value as value')
    .where('config_namekey', '=', name)
    .executeTakeFirst();
  return row?.value || undefined;
}
