import type { Sql, SqlValue } from '../database.ts';
import type { Table } from './catalogue.ts';

export type Row = readonly SqlValue[];

/** Small enough for payloads of the journal, large enough for millions of price rules. */
const PAGE_ROWS = 500;

export const quoted = (name: string): string => `"${name}"`;
const nameList = (names: readonly string[]): string => names.map(quoted).join(', ');

/** All rows of a table in the order of its key, page by page; cells in the order of its columns. */
export async function* readPages(sql: Sql, table: Table): AsyncGenerator<readonly Row[]> {
  const { columns, key } = table;
  const places = key.map((name) => columns.indexOf(name));
  let last: Row | undefined;
  for (;;) {
    const rows = await readPage(sql, table, last && places.map((place) => last?.[place] ?? null));
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1);
  }
}

async function readPage(
  sql: Sql,
  { name, columns, key }: Table,
  after: Row | undefined,
): Promise<readonly Row[]> {
  const order = nameList(key);
  const beyond = after ? `WHERE (${order}) > (${key.map((_, index) => `$${index + 1}`).join(', ')})` : '';
  const statement = `SELECT ${nameList(columns)} FROM "${name}" ${beyond} ORDER BY ${order} LIMIT ${PAGE_ROWS}`;
  const rows = await sql.all<Record<string, SqlValue>>(statement, after ?? []);
  return rows.map((row) => columns.map((column) => row[column] ?? null));
}

export async function countRows(sql: Sql, { name }: Table): Promise<number> {
  const row = await sql.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`);
  return row?.n ?? 0;
}
