/**
 * The one seam between the store, written once, and a database. A dialect (sqlite/, postgres/) implements it.
 * SQL is the subset that SQLite and PostgreSQL share, with `$1`, `$2` … as parameters; statements are constants, so that
 * a dialect can prepare each once.
 */

/** A number may reach the database as a float: give it only to columns of a numeric type, or CAST it. */
export type SqlValue = string | number | null | Uint8Array;

export interface Sql {
  all<Row>(statement: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** The first row. */
  get<Row>(statement: string, parameters?: readonly SqlValue[]): Promise<Row | undefined>;
  /** Gives the number of rows changed. */
  run(statement: string, parameters?: readonly SqlValue[]): Promise<number>;
}

export interface Database {
  /** Which of a migration's scripts is meant for this database; nothing else may depend on it. */
  readonly dialect: 'sqlite' | 'postgres';
  /**
   * Runs `work` in a transaction of its own; resolves once it is durable. Works that wait at the same time share one
   * commit; one that throws is rolled back alone. `work` must await nothing but `sql`, and may be run a second time
   * when its first transaction came to nothing.
   * Rejects with `store_unavailable` or `store_full` when the commit fails.
   */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * As `write`, for what is worth no commit of its own: joins one of the next commits that change something, and is
   * written after `withinMs` at the latest. Its failure never fails those that it joins.
   */
  writeLater<T>(work: (sql: Sql) => Promise<T>, withinMs: number): Promise<T>;
  /** Sees what was committed last; never waits for a writer. */
  readonly read: Sql;
  /** Several reads that see one and the same state. `work` must await nothing but `sql`, and be short. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** For bulk messages: temporary tables on a connection of their own, gone at the end. */
  stage<T>(work: (staging: Staging) => Promise<T>): Promise<T>;
  /** Once everything that waits has been written. */
  close(): Promise<void>;
}

export interface Staging {
  /** On temporary tables only; takes no lock that others wait for. */
  readonly sql: Sql;
  /** For many rows of one temporary table, in the database's own fastest way. */
  rowsInto(table: string, columns: readonly string[]): RowWriter;
  /** The one write transaction of the bulk message, in which temporary and real tables are both visible. */
  merge<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

/**
 * Collects rows and hands them over in batches. The next statement sees what was flushed, or reports that it could not be
 * written.
 */
export interface RowWriter {
  /** Cells in the order of the columns. True when it is time to flush. */
  add(cells: readonly SqlValue[]): boolean;
  flush(): Promise<void>;
}
