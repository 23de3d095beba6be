/**
 * The one seam between the store, written once, and a database. A dialect (sqlite/, later postgres/) implements it.
 * SQL is the subset that SQLite and PostgreSQL share, with `$1`, `$2` … as parameters; statements are constants, so that
 * a dialect can prepare each once.
 */
export type SqlValue = string | number | null | Uint8Array;

export interface Sql {
  all<Row>(statement: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** The first row. */
  get<Row>(statement: string, parameters?: readonly SqlValue[]): Promise<Row | undefined>;
  /** Gives the number of rows changed. */
  run(statement: string, parameters?: readonly SqlValue[]): Promise<number>;
}

export interface Database {
  /**
   * Runs `work` in a transaction of its own; resolves once it is durable. Works that wait at the same time share one
   * commit; one that throws is rolled back alone. `work` must await nothing but `sql`.
   * Rejects with `store_unavailable` or `store_full` when the commit fails.
   */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Sees what was committed last; never waits for a writer. */
  readonly read: Sql;
  /** For bulk messages: temporary tables on a connection of their own, gone at the end. */
  stage<T>(work: (staging: Staging) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Staging {
  /** On temporary tables only; takes no lock that others wait for. */
  readonly sql: Sql;
  /** One statement for many rows. */
  insertMany(statement: string, rows: readonly (readonly SqlValue[])[]): Promise<void>;
  /** The one write transaction of the bulk message, in which temporary and real tables are both visible. */
  merge<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}
