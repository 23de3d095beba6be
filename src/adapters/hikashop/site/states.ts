import { readTables } from '../../mysql/schema.ts';
import { type OrderStates, statesShownAsTheyAre } from '../../order-states.ts';
import type { HikashopSql } from '../tables.ts';

/** The states that orders of this shop may be in, by the key that HikaShop keeps in an order. */
export async function readStates(sql: HikashopSql, prefix: string): Promise<OrderStates> {
  const tables = await readTables(sql, prefix);
  // HikaShop before 4 kept them among the categories.
  const rows = tables.has('hikashop_orderstatus')
    ? await sql
        .selectFrom('hikashop_orderstatus')
        .select('orderstatus_namekey as state')
        .orderBy('orderstatus_id')
        .execute()
    : await sql
        .selectFrom('hikashop_category')
        .select('category_name as state')
        .where('category_type', '=', 'status')
        .where('category_depth', '>', 1)
        .orderBy('category_ordering')
        .execute();
  return statesShownAsTheyAre(rows.map(({ state }) => state));
}
