import type { Migration } from './migration.ts';

/**
 * The feed of changes. On PostgreSQL whoever takes numbers holds the row of `change_feed` until his commit, so that they
 * become visible in their order, and without gaps; on SQLite nobody needs it. `salt` makes an event's id unlike that of the event which had
 * the same number before a backup was restored. `fields` are names, joined by commas; NULL of a record that was created.
 * `code` is a customer's; `source` and the three counts are of a set of price rules, whose rule is the `key`.
 */
export const CHANGES: Migration = {
  id: '0009-changes',
  seeds: ['change_feed'],
  sqlite: [
    'CREATE TABLE change_feed (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID',
    `INSERT INTO change_feed (name, last) VALUES ('changes', 0)`,
    `CREATE TABLE change_event (
  sequence INTEGER PRIMARY KEY,
  salt TEXT NOT NULL,
  at TEXT NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  fields TEXT,
  origin TEXT NOT NULL,
  exchange TEXT,
  code TEXT,
  source TEXT,
  created INTEGER,
  updated INTEGER,
  retired INTEGER
)`,
  ],
};
