import type { Catalogue, Sql } from '../database.ts';
import type { Table } from './catalogue.ts';

interface Side {
  readonly sql: Sql;
  readonly catalogue: Catalogue;
}

/** A number that was given once is not given again, even where its row is gone. */
export async function copyCounter(
  { name: table, counter: column }: Table,
  from: Side,
  to: Side,
): Promise<void> {
  if (column === undefined) return;
  const given = (await from.catalogue.lastNumber(from.sql, { table, column })) ?? 0;
  const row = await from.sql.get<{ n: number | null }>(`SELECT max("${column}") AS n FROM "${table}"`);
  const last = Math.max(given, row?.n ?? 0);
  if (last > 0) await to.catalogue.continueBehind(to.sql, { table, column }, last);
}
