import type { Sql, SqlValue } from '../database.ts';
import { readPages } from '../pages.ts';
import { placeholders } from '../sql-text.ts';
import type { Table } from './catalogue.ts';

export type Row = readonly SqlValue[];

/** Small enough for payloads of the journal, large enough for millions of price rules. */
const PAGE_ROWS = 500;

export const quoted = (name: string): string => `"${name}"`;
const nameList = (names: readonly string[]): string => names.map(quoted).join(', ');

/** All rows of a table in the order of its key, page by page; cells in the order of its columns. */
export function readRows(sql: Sql, { name, columns, key }: Table): AsyncGenerator<readonly Row[]> {
  const order = nameList(key);
  const page = (behind: string): string =>
    `SELECT ${nameList(columns)} FROM "${name}" ${behind} ORDER BY ${order} LIMIT ${PAGE_ROWS}`;
  const [first, next] = [page(''), page(`WHERE (${order}) > (${placeholders(key.length)})`)];
  return readPages<Row, Row | undefined>({
    from: undefined,
    async read(after) {
      const rows = await sql.all<Record<string, SqlValue>>(after ? next : first, after);
      const end = rows.at(-1);
      return {
        items: rows.map((row) => columns.map((column) => row[column] ?? null)),
        last: end && key.map((name) => end[name] ?? null),
      };
    },
  });
}

export async function countRows(sql: Sql, { name }: Table): Promise<number> {
  const row = await sql.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`);
  return row?.n ?? 0;
}
