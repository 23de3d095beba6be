import { fail } from '../../domain/error.ts';
import type { Database, Sql, Staging } from '../database.ts';
import { MIGRATIONS } from '../migrations/list.ts';
import { migrate } from '../migrations/run.ts';
import { openDatabase } from '../open.ts';
import type { StoreOptions } from '../options.ts';
import { readTables, type Table } from './catalogue.ts';
import { compareRows, type Kept } from './compare.ts';
import { copyCounter } from './counters.ts';
import { countRows, quoted, readRows } from './pages.ts';

/** `copied` as rows arrive, then `compared` once the same rows were read back. */
export type CopyProgress = (step: 'copied' | 'compared', table: string, rows: number) => void;

/** Each database has its own. */
const NOT_COPIED = 'migration';
const SEEDED: ReadonlySet<string> = new Set(MIGRATIONS.flatMap(({ seeds = [] }) => seeds));

/**
 * Brings all rows of a store into an empty one, compares them there, and commits: before that the target stays empty,
 * whatever happens. Images and documents stay where they are. Gives the number of rows.
 * Rejects with `store_not_empty`, `store_changed` when somebody writes to the source meanwhile, `copy_differs`, and what
 * `openStore` rejects with.
 */
export async function copyStore(
  source: StoreOptions,
  target: StoreOptions,
  onProgress: CopyProgress,
): Promise<number> {
  return withDatabase(source, (from) =>
    withDatabase(target, (to) => to.stage((staging) => copyAll(from, { to, staging }, onProgress))),
  );
}

/** Copies what is there now into an empty store, while others may go on writing to the source, which is only read. */
export async function copySnapshot(source: StoreOptions, target: StoreOptions): Promise<void> {
  await withDatabase(source, (from) =>
    withDatabase(target, (to) =>
      to.stage((staging) =>
        staging.merge(async (sql) => {
          const tables = await tablesOf(sql, to);
          await requireEmpty(sql, tables);
          await from.snapshot((source) => copyTables(tables, { from, source }, { to, staging, sql }));
        }),
      ),
    ),
  );
}

async function withDatabase<T>(options: StoreOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(options);
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}

interface Target {
  readonly to: Database;
  readonly staging: Staging;
}

const copyAll = (from: Database, { to, staging }: Target, onProgress: CopyProgress): Promise<number> =>
  staging.merge(async (sql) => {
    const tables = await tablesOf(sql, to);
    await requireEmpty(sql, tables);
    const counts = await from.snapshot(async (source) => {
      await copyTables(tables, { from, source }, { to, staging, sql }, onProgress);
      return compareTables(tables, { source, target: sql, kept: keptIn(to) }, onProgress);
    });
    await requireUnchanged(from.read, counts);
    return [...counts.values()].reduce((sum, rows) => sum + rows, 0);
  });

const tablesOf = async (sql: Sql, { catalogue }: Database): Promise<readonly Table[]> =>
  (await readTables(sql, catalogue)).filter(({ name }) => name !== NOT_COPIED);

interface Source {
  readonly from: Database;
  readonly source: Sql;
}

async function copyTables(
  tables: readonly Table[],
  { from, source }: Source,
  { sql, ...target }: Target & { readonly sql: Sql },
  onProgress?: CopyProgress,
): Promise<void> {
  for (const table of tables) {
    const rows = await copyRows(table, source, target);
    onProgress?.('copied', table.name, rows);
    await copyCounter(
      table,
      { sql: source, catalogue: from.catalogue },
      { sql, catalogue: target.to.catalogue },
    );
  }
}

async function requireEmpty(sql: Sql, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    if (SEEDED.has(table.name)) continue;
    if ((await countRows(sql, table)) > 0) throw fail('store_not_empty', { value: table.name });
  }
  for (const name of SEEDED) await sql.run(`DELETE FROM ${name}`);
}

async function copyRows(table: Table, source: Sql, { to, staging }: Target): Promise<number> {
  const kept = keptIn(to);
  const writer = staging.rowsInto(`"${table.name}"`, table.columns.map(quoted));
  let rows = 0;
  for await (const page of readRows(source, table)) {
    for (const row of page) if (writer.add(kept(row))) await writer.flush();
    rows += page.length;
  }
  await writer.flush();
  return rows;
}

const keptIn =
  ({ catalogue }: Database): Kept =>
  (row) =>
    row.map(catalogue.kept);

async function compareTables(
  tables: readonly Table[],
  sides: Parameters<typeof compareRows>[1],
  onProgress: CopyProgress,
): Promise<ReadonlyMap<Table, number>> {
  const counts = new Map<Table, number>();
  for (const table of tables) {
    const rows = await compareRows(table, sides);
    onProgress('compared', table.name, rows);
    counts.set(table, rows);
  }
  return counts;
}

/** Every call adds a row to the journal at least: a server that runs does not go unseen. */
async function requireUnchanged(source: Sql, counts: ReadonlyMap<Table, number>): Promise<void> {
  for (const [table, rows] of counts)
    if ((await countRows(source, table)) !== rows) throw fail('store_changed', { value: table.name });
}
