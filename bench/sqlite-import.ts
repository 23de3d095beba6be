import { DatabaseSync } from 'node:sqlite';
import { timeTool } from './tools.ts';

/** A table and the CSV file, without headings, that goes into it. */
export interface TableFile {
  readonly table: string;
  readonly file: string;
}

/** The columns of a table, in its own order. */
export function columnsOf(path: string, table: string): readonly string[] {
  return query(path, (database) =>
    database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => String(name)),
  );
}

/** How many rows a table has. */
export const countRows = (path: string, table: string): number =>
  query(path, (database) => Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count));

/** One line that two equal tables agree on. */
export const fingerprint = (path: string, table: string, columns: readonly string[]): string =>
  query(path, (database) => {
    const sums = columns.map((column) => `sum(length(${column})), sum(CAST(${column} AS REAL))`);
    return JSON.stringify(database.prepare(`SELECT count(*), ${sums.join(', ')} FROM ${table}`).get());
  });

/**
 * The sqlite3 shell's `.import`, as durable as our store, with twice its page cache. Gives seconds, start and end of the
 * process included.
 */
export const importCsv = (path: string, files: readonly TableFile[]): Promise<number> =>
  timeTool(
    'sqlite3',
    ['-batch', path],
    [
      'PRAGMA journal_mode = WAL;',
      'PRAGMA synchronous = FULL;',
      'PRAGMA cache_size = -65536;',
      '.mode csv',
      ...files.map(({ table, file }) => `.import "${file}" ${table}`),
      '',
    ].join('\n'),
  );

function query<T>(path: string, ask: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return ask(database);
  } finally {
    database.close();
  }
}
