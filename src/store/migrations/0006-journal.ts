import type { Migration } from './migration.ts';

/**
 * Exchanges sort by id (UUIDv7: by time). Payloads stand apart, so that lists of exchanges do not read over them and
 * they can go earlier; `exchange_payload_size` sums them up without reading them.
 */
export const JOURNAL: Migration = {
  id: '0006-journal',
  sqlite: [
    `CREATE TABLE exchange (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  resource TEXT NOT NULL,
  reference TEXT NOT NULL,
  outcome TEXT NOT NULL,
  http_status INTEGER NOT NULL,
  problem TEXT,
  warnings TEXT NOT NULL,
  records INTEGER,
  duration_ms REAL NOT NULL,
  request_bytes INTEGER NOT NULL,
  reply_bytes INTEGER NOT NULL,
  remote_address TEXT NOT NULL
) WITHOUT ROWID`,
    `CREATE INDEX exchange_reference ON exchange (reference, id) WHERE reference <> ''`,
    `CREATE TABLE exchange_payload (
  exchange_id TEXT NOT NULL REFERENCES exchange (id) ON DELETE CASCADE,
  bytes INTEGER NOT NULL,
  request TEXT,
  reply TEXT
)`,
    'CREATE INDEX exchange_payload_size ON exchange_payload (exchange_id, bytes)',
    `CREATE TABLE access_key (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
)`,
  ],
};
