import type { Migration } from './migration.ts';

/** One row for each time that an alert held; `facts` is JSON. */
export const ALERTS: Migration = {
  id: '0019-alerts',
  sqlite: [
    `CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  facts TEXT NOT NULL,
  raised_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  told_at TEXT,
  resolved_at TEXT
)`,
    'CREATE INDEX alert_raised ON alert (raised_at, id)',
    'CREATE INDEX alert_open ON alert (raised_at, id) WHERE resolved_at IS NULL',
  ],
};
