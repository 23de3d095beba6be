import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { onFile } from './state/faults.ts';

export interface SpoolEntry<T> {
  readonly value: T;
  readonly bytes?: Uint8Array;
}

/** Values put aside in their order, to be gone through later. They are on disk, so there may be more than memory holds. */
export interface Spool<T> {
  /** `value`: what JSON can say. */
  add(value: T, bytes?: Uint8Array): void;
  /** What was added; to be begun when nothing more is. */
  entries(): AsyncGenerator<SpoolEntry<T>, void, undefined>;
  close(): void;
}

const SCHEMA = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA cache_size = -4096;
  CREATE TABLE entry (position INTEGER PRIMARY KEY, value TEXT NOT NULL, bytes BLOB) STRICT;
  BEGIN;
`;
/** How many are given before others may go on. */
const TURN = 200;
/** As errors name the place. */
const PLACE = 'temporary file';

/** In a temporary file of SQLite's own, which ends with the process. Throws `source_unavailable` when it cannot be written. */
export function openSpool<T>(): Spool<T> {
  // No name: SQLite makes the file where temporary files are, once its cache is full, and deletes it.
  const database = new DatabaseSync('');
  database.exec(SCHEMA);
  const insert = database.prepare('INSERT INTO entry (value, bytes) VALUES (?, ?)');
  return {
    add: (value, bytes) => onFile(PLACE, () => void insert.run(JSON.stringify(value), bytes ?? null)),
    async *entries() {
      const rows = database.prepare('SELECT value, bytes FROM entry ORDER BY position').iterate();
      for (let count = 1; ; count++) {
        const next = onFile(PLACE, () => rows.next());
        if (next.done) return;
        const { value, bytes } = next.value;
        yield { value: JSON.parse(String(value)), ...(bytes instanceof Uint8Array && { bytes }) };
        if (count % TURN === 0) await setImmediate();
      }
    },
    close: () => database.close(),
  };
}
