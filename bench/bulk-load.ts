import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type BenchStore, type Dialect, fileOf, inDatabase } from './stores.ts';
import { missingTool, timeTool } from './tools.ts';

/** A table and the CSV file, without headings, that goes into it: its columns in the table's own order, none of them NULL. */
export interface TableFile {
  readonly table: string;
  readonly file: string;
}

/** The database's own way to load a file into a table with its key. */
export interface BulkLoader {
  readonly name: string;
  /** Why it cannot be measured here. */
  missing(): string | undefined;
  /** As durable as our store. Gives seconds. */
  load(store: BenchStore, files: readonly TableFile[]): Promise<number>;
}

export const LOADERS: Readonly<Record<Dialect, BulkLoader>> = {
  sqlite: { name: 'sqlite3 .import', missing: () => missingTool('sqlite3'), load: importCsv },
  postgres: { name: 'COPY', missing: () => undefined, load: copyCsv },
};

/** With twice our store's page cache; start and end of the process included. */
function importCsv(store: BenchStore, files: readonly TableFile[]): Promise<number> {
  return timeTool(
    'sqlite3',
    ['-batch', fileOf(store)],
    [
      'PRAGMA journal_mode = WAL;',
      'PRAGMA synchronous = FULL;',
      'PRAGMA cache_size = -65536;',
      '.mode csv',
      ...files.map(({ table, file }) => `.import "${file}" ${table}`),
      '',
    ].join('\n'),
  );
}

async function copyCsv({ options }: BenchStore, files: readonly TableFile[]): Promise<number> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    const start = performance.now();
    for (const { table, file } of files)
      await pipeline(
        createReadStream(file, { highWaterMark: 1 << 18 }),
        client.query(copyFrom(`COPY ${options.schema}.${table} FROM STDIN WITH (FORMAT csv, NULL '\\N')`)),
      );
    return (performance.now() - start) / 1000;
  } finally {
    await client.end();
  }
}

const COLUMNS: Readonly<Record<Dialect, string>> = {
  sqlite: 'SELECT name FROM pragma_table_info($1)',
  postgres: `SELECT column_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`,
};

/** The columns of a table, in its own order. */
export const columnsOf = (store: BenchStore, table: string): Promise<readonly string[]> =>
  inDatabase(store, async ({ read }) =>
    (await read.all<{ name: string }>(COLUMNS[store.dialect], [table])).map(({ name }) => name),
  );

/** How many rows a table has. */
export const countRows = (store: BenchStore, table: string): Promise<number> =>
  inDatabase(store, async ({ read }) =>
    Number((await read.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`))?.count),
  );

export interface Sums {
  readonly table: string;
  /** Whose lengths are summed. */
  readonly texts: readonly string[];
  /** Decimals, which are summed. */
  readonly decimals: readonly string[];
}

/** One line that two equal tables of one database agree on. */
export const fingerprint = (store: BenchStore, { table, texts, decimals }: Sums): Promise<string> =>
  inDatabase(store, async ({ read }) => {
    const sums = [
      ...texts.map((column) => `sum(length(${column})) AS ${column}_length`),
      ...decimals.map((column) => `sum(CAST(${column} AS NUMERIC)) AS ${column}`),
    ];
    return JSON.stringify(await read.get(`SELECT count(*) AS rows, ${sums.join(', ')} FROM ${table}`));
  });
