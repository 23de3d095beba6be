import type { Migration } from './migration.ts';

/**
 * `webhook_event` is what waits to be sent, the event in JSON, since the feed may drop it meanwhile. `due_at` is NULL while
 * an earlier event of the same record waits. `webhook_delivery` is the log of attempts. `lease` tells who delivers.
 */
export const WEBHOOKS: Migration = {
  id: '0013-webhooks',
  sqlite: [
    `CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  label TEXT NOT NULL,
  kinds TEXT NOT NULL,
  secret TEXT NOT NULL,
  created_at TEXT NOT NULL,
  previous_secret TEXT,
  previous_until TEXT,
  disabled_at TEXT,
  disabled_because TEXT,
  failing_since TEXT,
  cursor INTEGER NOT NULL,
  missed INTEGER NOT NULL
)`,
    `CREATE TABLE webhook_event (
  webhook TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  event TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at TEXT,
  PRIMARY KEY (webhook, sequence)
) WITHOUT ROWID`,
    'CREATE INDEX webhook_event_record ON webhook_event (webhook, entity, key, sequence)',
    'CREATE INDEX webhook_event_due ON webhook_event (webhook, due_at, sequence) WHERE due_at IS NOT NULL',
    `CREATE TABLE webhook_delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  webhook TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  event TEXT NOT NULL,
  type TEXT NOT NULL,
  key TEXT NOT NULL,
  at TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  status INTEGER,
  error TEXT,
  duration_ms REAL NOT NULL,
  answer TEXT,
  retry_at TEXT
)`,
    'CREATE INDEX webhook_delivery_event ON webhook_delivery (webhook, sequence, id)',
    'CREATE TABLE lease (name TEXT PRIMARY KEY, owner TEXT NOT NULL, beat INTEGER NOT NULL) WITHOUT ROWID',
  ],
};
