/**
 * The one seam between the store, written once, and a database. A dialect (sqlite/, postgres/) implements it.
 * SQL is the subset that SQLite and PostgreSQL share, with `$1`, `$2` … as parameters; statements are constants, so that
 * a dialect can prepare each once.
 */

import type { NotedChange } from '../domain/change-event.ts';
import type { FieldChange } from '../domain/effect.ts';
import type { StoreFigures } from './figures.ts';

/** A number may reach the database as a float: give it only to columns of a numeric type, or CAST it. */
export type SqlValue = string | number | null | Uint8Array;

export interface Sql {
  all<Row>(statement: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** The first row. */
  get<Row>(statement: string, parameters?: readonly SqlValue[]): Promise<Row | undefined>;
  /** Gives the number of rows changed. */
  run(statement: string, parameters?: readonly SqlValue[]): Promise<number>;
}

/**
 * Adds a change to the feed; it is written at the end of the transaction, if the work comes to its own end. What it did to
 * the fields is asked only of a change that came with an exchange, whose effect it is.
 */
export type NoteChange = (change: NotedChange, fields?: TellFields) => void;
type TellFields = () => readonly FieldChange[];

export interface Noted {
  readonly change: NotedChange;
  readonly fields: TellFields | undefined;
}

/**
 * Takes the next numbers of the feed, so many, and gives the one before them. It is the last thing that a transaction
 * does but for writing these events: until it ends, everybody else who changes something waits. So numbers become visible
 * in their order, and none is missing.
 */
export type TakeNumbers = (sql: Sql, count: number) => Promise<number>;

export type Dialect = 'sqlite' | 'postgres';

export interface Database {
  /**
   * Runs `work` in a transaction of its own; resolves once it is durable. Works that wait at the same time share one
   * commit; one that throws is rolled back alone. `work` must await nothing but `sql`, and may be run a second time
   * when its first transaction came to nothing. What it notes stands in the feed of changes from the commit on.
   * Rejects with `store_unavailable` or `store_full` when the commit fails.
   */
  write<T>(work: (sql: Sql, note: NoteChange) => Promise<T>): Promise<T>;
  /**
   * As `write`, for what is worth no commit of its own: joins one of the next commits that change something, and is
   * written after `withinMs` at the latest. Its failure never fails those that it joins.
   */
  writeLater<T>(work: (sql: Sql) => Promise<T>, withinMs: number): Promise<T>;
  /** For a merge, whose events no work notes. */
  readonly takeNumbers: TakeNumbers;
  /** Sees what was committed last; never waits for a writer. */
  readonly read: Sql;
  /** Several reads that see one and the same state. `work` must await nothing but `sql`, and be short. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** For bulk messages: temporary tables on a connection of their own, gone at the end. */
  stage<T>(work: (staging: Staging) => Promise<T>): Promise<T>;
  /**
   * The write transaction of migrations: its statements may take as long as they need. They alone learn the dialect,
   * which tells them the scripts that are meant for it; nothing else may depend on it.
   */
  migrate<T>(work: (sql: Sql, dialect: Dialect) => Promise<T>): Promise<T>;
  readonly catalogue: Catalogue;
  figures(): StoreFigures;
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

/** How a database asks what it knows of its own tables, and what a copy of all of them has to know besides. */
export interface Catalogue {
  /** `name` of each table of the shop, by name. */
  readonly tables: string;
  /** Rows of CatalogueColumn of the table $1, in their order. */
  readonly columns: string;
  /** `name` of each table that the foreign keys of the table $1 name, by name. */
  readonly parents: string;
  /** The highest number that a counted column has given so far; undefined when it gave none. */
  lastNumber(sql: Sql, column: CountedColumn): Promise<number | undefined>;
  /** The next number is the one behind `last`. */
  continueBehind(sql: Sql, column: CountedColumn, last: number): Promise<void>;
  /** What becomes of a cell here. */
  kept(cell: SqlValue): SqlValue;
}

export interface CatalogueColumn {
  readonly name: string;
  /** 0: may be NULL. */
  readonly required: number;
  /** Place in the primary key, from 1; 0 outside it. */
  readonly place: number;
  /** 0, or the database numbers the rows by itself. */
  readonly counted: number;
}

interface CountedColumn {
  readonly table: string;
  readonly column: string;
}
