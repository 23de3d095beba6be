import type { Migration } from './migration.ts';

/** `guard_window` has one row: what the ERP's run that goes on has done so far. `guard_hold` is what was stopped, and decided. */
export const GUARD: Migration = {
  id: '0018-guard',
  sqlite: [
    `CREATE TABLE guard_hold (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  at TEXT NOT NULL,
  exchange TEXT,
  reference TEXT NOT NULL,
  products INTEGER NOT NULL,
  most INTEGER NOT NULL,
  catalogue INTEGER NOT NULL,
  decided_at TEXT,
  decided_by TEXT,
  until_at TEXT
)`,
    `CREATE TABLE guard_window (
  name TEXT PRIMARY KEY,
  last_at TEXT NOT NULL,
  catalogue INTEGER NOT NULL,
  deactivated INTEGER NOT NULL,
  repriced INTEGER NOT NULL,
  emptied INTEGER NOT NULL
)`,
  ],
};
