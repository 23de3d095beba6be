import type { Migration } from './migration.ts';

/**
 * What exchanges did to records, written with the change, by the sequence that it has in the feed; `changes` is JSON. They go
 * when the exchange's request and reply go. A payload's `content` is request and
 * reply, compressed; `bytes` its length. `exchange_run` is exchanges that follow each other without a pause.
 */
export const RECORDER: Migration = {
  id: '0015-recorder',
  sqlite: [
    `CREATE TABLE exchange_effect (
  exchange TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  changes TEXT NOT NULL,
  PRIMARY KEY (exchange, sequence)
) WITHOUT ROWID`,
    `CREATE TABLE exchange_run (
  id TEXT PRIMARY KEY,
  first_id TEXT NOT NULL,
  last_id TEXT NOT NULL,
  at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  exchanges INTEGER NOT NULL,
  resources TEXT NOT NULL,
  records INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  busy_ms REAL NOT NULL
) WITHOUT ROWID`,
    'ALTER TABLE exchange ADD COLUMN unchanged INTEGER',
    'ALTER TABLE exchange ADD COLUMN run TEXT',
    'ALTER TABLE exchange ADD COLUMN timings TEXT',
    'ALTER TABLE exchange_payload ADD COLUMN content TEXT',
  ],
};
