import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { fail } from '../../domain/error.ts';

export type RevisionKind = 'price' | 'stock' | 'customer' | 'price_rule';

export interface Clock {
  readonly day: number;
  /** How often anything was changed by `advance` or `change`. */
  readonly steps: number;
  /** Articles that were added since the start. */
  readonly added: number;
}

/** A sales piece that an order of the shop became. */
export interface Piece {
  /** From 1. */
  readonly number: number;
  /** The simulated day of the import. */
  readonly day: number;
  /** The order, as JSON. */
  readonly order: string;
}

/**
 * What the simulated ERP remembers; all else follows from the seed. Each call is one transaction, durable when it returns
 * if there is a folder; several processes may have it open. Throws `source_unavailable` when the file cannot be used.
 */
export interface Ledger {
  clock(): Clock;
  /** How often each record has changed, by its number. */
  revisions(kind: RevisionKind): ReadonlyMap<number, number>;
  /** Makes all of a step's changes or none. */
  record(clock: Clock, revised: readonly (readonly [kind: RevisionKind, number: number])[]): void;
  /** Oldest first. */
  pieces(): readonly Piece[];
  pieceOf(orderId: string): number | undefined;
  /** Makes a piece of an order unless it has one. */
  addPiece(orderId: string, order: string): { readonly number: number; readonly isNew: boolean };
  close(): void;
}

const MEMORY = ':memory:';
const SCHEMA = `
  PRAGMA busy_timeout = 60000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS world (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    day INTEGER NOT NULL, steps INTEGER NOT NULL, added INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS revisions (
    kind TEXT NOT NULL, number INTEGER NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (kind, number)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pieces (
    number INTEGER PRIMARY KEY, order_id TEXT NOT NULL UNIQUE, day INTEGER NOT NULL, content TEXT NOT NULL
  );
  INSERT INTO world VALUES (1, 0, 0, 0) ON CONFLICT DO NOTHING;`;

const ADD_PIECE = `
  INSERT INTO pieces (order_id, day, content) SELECT ?, day, ? FROM world WHERE true
  ON CONFLICT (order_id) DO NOTHING RETURNING number`;
const REVISE = `
  INSERT INTO revisions (kind, number, revision) VALUES (?, ?, 1)
  ON CONFLICT (kind, number) DO UPDATE SET revision = revision + 1`;

/** `name` is the file's: what is remembered of one ERP means nothing to another. */
export function openLedger(folder: string | undefined, name: string): Ledger {
  const place = folder === undefined ? MEMORY : join(folder, `${name}.sqlite`);
  const guard = <Result>(work: () => Result): Result => guarded(place, work);
  const database = guard(() => openDatabase(folder, place));
  const rows = (
    sql: string,
    ...values: readonly SQLInputValue[]
  ): readonly Record<string, SQLOutputValue>[] => guard(() => database.prepare(sql).all(...values));
  const pieceOf = (orderId: string): number | undefined => {
    const [row] = rows('SELECT number FROM pieces WHERE order_id = ?', orderId);
    return row && Number(row.number);
  };
  return {
    clock() {
      const [row] = rows('SELECT day, steps, added FROM world');
      return { day: Number(row?.day), steps: Number(row?.steps), added: Number(row?.added) };
    },
    revisions: (kind) =>
      new Map(
        rows('SELECT number, revision FROM revisions WHERE kind = ?', kind).map((row) => [
          Number(row.number),
          Number(row.revision),
        ]),
      ),
    record: (clock, revised) => guard(() => recordStep(database, clock, revised)),
    pieces: () =>
      rows('SELECT number, day, content FROM pieces ORDER BY number').map((row) => ({
        number: Number(row.number),
        day: Number(row.day),
        order: String(row.content),
      })),
    pieceOf,
    addPiece(orderId, order) {
      const [added] = rows(ADD_PIECE, orderId, order);
      return {
        number: added ? Number(added.number) : (pieceOf(orderId) ?? 0),
        isNew: added !== undefined,
      };
    },
    close: () => database.isOpen && database.close(),
  };
}

function openDatabase(folder: string | undefined, place: string): DatabaseSync {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(place);
  database.exec(SCHEMA);
  return database;
}

function recordStep(
  database: DatabaseSync,
  { day, steps, added }: Clock,
  revised: readonly (readonly [kind: RevisionKind, number: number])[],
): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.prepare('UPDATE world SET day = ?, steps = ?, added = ?').run(day, steps, added);
    const revise = database.prepare(REVISE);
    for (const [kind, number] of revised) revise.run(kind, number);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function guarded<Result>(place: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw fail('source_unavailable', { value: place }, error);
  }
}
