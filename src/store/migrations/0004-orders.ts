import type { Migration } from './migration.ts';

/**
 * `content` is what no list asks for, in JSON: decimals are texts in it as everywhere. The partial indexes hold the
 * orders that the connector has not confirmed: few, however many orders there are. They end with `confirmed_at`, without
 * which SQLite looks into the table to see that it is NULL.
 */
export const ORDERS: Migration = {
  id: '0004-orders',
  sqlite: [
    `CREATE TABLE shop_order (
  order_key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  reference TEXT,
  state TEXT NOT NULL,
  placed_at TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  customer_email TEXT NOT NULL,
  paid TEXT NOT NULL,
  content TEXT NOT NULL,
  read_at TEXT,
  read_by TEXT,
  confirmed_at TEXT
)`,
    'CREATE INDEX shop_order_state ON shop_order (state, placed_at, order_key, id)',
    'CREATE INDEX shop_order_open ON shop_order (placed_at, order_key, id, state, confirmed_at) WHERE confirmed_at IS NULL',
    'CREATE INDEX shop_order_open_state ON shop_order (state, placed_at, order_key, id, confirmed_at) WHERE confirmed_at IS NULL',
    `CREATE TABLE order_line (
  order_key INTEGER NOT NULL REFERENCES shop_order (order_key),
  position INTEGER NOT NULL,
  reference TEXT NOT NULL,
  quantity TEXT NOT NULL,
  name TEXT NOT NULL,
  net_unit_price TEXT NOT NULL,
  tax_rate TEXT NOT NULL,
  ecotax TEXT,
  axis1 TEXT,
  axis2 TEXT,
  PRIMARY KEY (order_key, position)
) WITHOUT ROWID`,
    `CREATE TABLE order_state_change (
  order_key INTEGER NOT NULL REFERENCES shop_order (order_key),
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL CHECK (changed_by IN ('shop', 'erp')),
  PRIMARY KEY (order_key, position)
) WITHOUT ROWID`,
    `CREATE TABLE order_tracking (
  order_key INTEGER NOT NULL REFERENCES shop_order (order_key),
  tracking_number TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (order_key, tracking_number)
) WITHOUT ROWID`,
  ],
};
