import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Sql, SqlValue } from '../database.ts';
import { isBusy, storeFault } from './faults.ts';

/** One SQLite connection, its prepared statements, and the seam's view of it. */
export interface Connection {
  readonly sql: Sql;
  /** A statement without parameters or result: transaction control, pragmas. */
  execute(statement: string): void;
  /** `$1` is rewritten to `?` or `?1`: node:sqlite takes `$1` for a name. */
  prepare(statement: string): Prepared;
  inTransaction(): boolean;
  /** Begins afresh after a failure that the connection did not survive. */
  reopen(): void;
  close(): void;
}

/** What a caller says a row looks like is taken on trust: the statement stands beside its row type. */
interface Prepared {
  all(...parameters: SqlValue[]): unknown[];
  get(...parameters: SqlValue[]): unknown;
  /** The first column of the first row. */
  value(...parameters: SqlValue[]): unknown;
  run(...parameters: SqlValue[]): { readonly changes: number | bigint };
}

export interface ConnectionOptions {
  readonly readOnly?: boolean;
  /** Of the page cache, in KiB. */
  readonly cacheKib: number;
  /** Where temporary tables and the undo log of savepoints live. */
  readonly temporary: 'FILE' | 'MEMORY';
  /** `OFF` only where nothing is to outlive the process. */
  readonly synchronous: 'FULL' | 'OFF';
}

/** More than the store has statements; a bound, so that texts built at run time cannot grow the cache for ever. */
const MAX_STATEMENTS = 500;
/** Pages: a checkpoint every 16 MB of log, and the log shrinks back to 64 MB after a bulk message. */
const CHECKPOINT_PAGES = 4000;
const LOG_BYTES = 64 * 1024 * 1024;
const OPEN_PATIENCE_MS = 30_000;
const NO_PARAMETERS: readonly SqlValue[] = [];

export function openConnection(path: string, options: ConnectionOptions): Connection {
  const statements = new Map<string, Prepared>();
  let database = openFile(path, options);

  function prepare(text: string): Prepared {
    const known = statements.get(text);
    if (known) return known;
    const statement = withPlainRows(database.prepare(withQuestionMarks(text)));
    const [oldest] = statements.keys();
    if (statements.size >= MAX_STATEMENTS && oldest !== undefined) statements.delete(oldest);
    statements.set(text, statement);
    return statement;
  }

  return {
    sql: createSql(prepare),
    prepare,
    execute: (statement) => void prepare(statement).run(),
    inTransaction: () => database.isTransaction,
    reopen() {
      statements.clear();
      if (database.isOpen) database.close();
      database = openFile(path, options);
    },
    close: () => database.close(),
  };
}

/**
 * Numbered parameters only where they repeat or jump: node:sqlite asks SQLite for the name of each at every call, and
 * SQLite walks the list of names, which makes a statement of a hundred parameters slow.
 */
function withQuestionMarks(text: string): string {
  const numbers = Array.from(text.matchAll(/\$(\d+)/g), ([, number]) => Number(number));
  const inOrder = numbers.every((number, index) => number === index + 1);
  return inOrder ? text.replaceAll(/\$\d+/g, '?') : text.replaceAll(/\$(?=\d)/g, '?');
}

/**
 * The row objects of node:sqlite are dictionaries without a prototype: twice as slow as these, and long in memory. No
 * statement may say `SELECT *`: the columns are asked for once.
 */
function withPlainRows(statement: StatementSync): Prepared {
  statement.setReturnArrays(true);
  const columns = statement.columns().map(({ name }) => name);
  const rowFrom = (values: unknown): unknown => {
    if (!Array.isArray(values)) return values;
    const row: Record<string, unknown> = {};
    for (let index = 0; index < columns.length; index += 1) row[columns[index] ?? ''] = values[index];
    return row;
  };
  return {
    all: (...parameters) => statement.all(...parameters).map(rowFrom),
    get: (...parameters) => rowFrom(statement.get(...parameters)),
    value: (...parameters) => [statement.get(...parameters)].flat()[0],
    run: (...parameters) => statement.run(...parameters),
  };
}

function openFile(path: string, options: ConnectionOptions): DatabaseSync {
  const database = openHandle(path, options);
  try {
    waitWhileBusy(() => configure(database, options));
    return database;
  } catch (error) {
    database.close();
    throw storeFault(error);
  }
}

function openHandle(path: string, { readOnly = false }: ConnectionOptions): DatabaseSync {
  try {
    return new DatabaseSync(path, { readOnly, timeout: 0 });
  } catch (error) {
    throw storeFault(error);
  }
}

function configure(database: DatabaseSync, options: ConnectionOptions): void {
  database.exec(`PRAGMA cache_size = -${options.cacheKib}; PRAGMA temp_store = ${options.temporary}`);
  if (options.readOnly) return;
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(`
    PRAGMA synchronous = ${options.synchronous};
    PRAGMA foreign_keys = ON;
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
    PRAGMA journal_size_limit = ${LOG_BYTES}`);
}

function createSql(prepare: (statement: string) => Prepared): Sql {
  return {
    async all<Row>(statement: string, parameters = NO_PARAMETERS) {
      try {
        return prepare(statement).all(...parameters) as readonly Row[];
      } catch (error) {
        throw storeFault(error);
      }
    },
    async get<Row>(statement: string, parameters = NO_PARAMETERS) {
      try {
        return prepare(statement).get(...parameters) as Row | undefined;
      } catch (error) {
        throw storeFault(error);
      }
    },
    async run(statement, parameters = NO_PARAMETERS) {
      try {
        return Number(prepare(statement).run(...parameters).changes);
      } catch (error) {
        throw storeFault(error);
      }
    },
  };
}

/**
 * For opening only, where nothing else runs yet: turning the write-ahead log on needs the file for itself, and SQLite's
 * own busy timeout does not cover that.
 */
function waitWhileBusy(attempt: () => void): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (const start = performance.now(); ; ) {
    try {
      attempt();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > OPEN_PATIENCE_MS) throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}
