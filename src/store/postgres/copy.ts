import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { SqlValue } from '../database.ts';
import { withoutNul } from './definitions.ts';

// https://www.postgresql.org/docs/current/sql-copy.html, text format.
const SPECIAL = /[\\\n\r\t\0]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One row in COPY's text format. */
export function copyLine(cells: readonly SqlValue[]): string {
  let line = '';
  for (let index = 0; index < cells.length; index += 1) {
    if (index > 0) line += '\t';
    line += copyCell(cells[index] ?? null);
  }
  return `${line}\n`;
}

function copyCell(value: SqlValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  if (!SPECIAL.test(value)) return value;
  return withoutNul(value).replaceAll(/[\\\n\r\t]/g, (special) => ESCAPES[special] ?? special);
}

export interface CopyTarget {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Rejects with what the server or the driver said. */
export async function copyInto(
  client: pg.ClientBase,
  { table, columns }: CopyTarget,
  lines: readonly Uint8Array[],
): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  for (const block of lines) stream.write(block);
  stream.end();
  await finished(stream);
}
