import { fail } from '../../domain/error.ts';
import type { Sql } from '../database.ts';
import type { Table } from './catalogue.ts';
import { countRows, type Row, readRows } from './pages.ts';

/** How a row of the source is kept in the target. */
export type Kept = (row: Row) => Row;

interface Sides {
  readonly source: Sql;
  readonly target: Sql;
  readonly kept: Kept;
}

/** Row by row, in the order of the key. Gives the number of rows. Rejects with `copy_differs`. */
export async function compareRows(table: Table, { source, target, kept }: Sides): Promise<number> {
  const copies = readRows(target, table);
  let rows = 0;
  for await (const originals of readRows(source, table)) {
    const { value: page = [] } = await copies.next();
    if (!samePage(originals.map(kept), page)) throw fail('copy_differs', { value: table.name });
    rows += originals.length;
  }
  // Also what the pages cannot tell: rows beyond the last, or of one key in a table without a primary one.
  for (const sql of [source, target])
    if ((await countRows(sql, table)) !== rows) throw fail('copy_differs', { value: table.name });
  return rows;
}

function samePage(originals: readonly Row[], copies: readonly Row[]): boolean {
  return (
    originals.length === copies.length &&
    originals.every((row, index) => row.every((cell, column) => cell === copies[index]?.[column]))
  );
}
