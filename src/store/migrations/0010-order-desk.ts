import type { Migration } from './migration.ts';

/**
 * What the shop's own side does with orders: lists of them by customer, state and hand-over; numbers for new ones;
 * requests that may come twice. No index holds all orders by date: PostgreSQL would take it for orders_list too, and read
 * over all that are long done. `order_number.last` is the highest whole number that is an order's id. `order_request` keeps
 * what an order was asked for (a digest) and the order as it was then, in JSON; `at` is an instant in UTC.
 */
export const ORDER_DESK: Migration = {
  id: '0010-order-desk',
  seeds: ['order_number'],
  sqlite: [
    'ALTER TABLE shop_order ADD COLUMN customer_email_key TEXT',
    "UPDATE shop_order SET customer_email_key = lower(trim(customer_email)) WHERE trim(customer_email) <> ''",
    'CREATE INDEX shop_order_confirmed ON shop_order (placed_at, order_key) WHERE confirmed_at IS NOT NULL',
    'CREATE INDEX shop_order_confirmed_state ON shop_order (state, placed_at, order_key) WHERE confirmed_at IS NOT NULL',
    'CREATE INDEX shop_order_customer ON shop_order (customer_id, placed_at, order_key)',
    'CREATE INDEX shop_order_email ON shop_order (customer_email_key, placed_at, order_key) WHERE customer_email_key IS NOT NULL',
    'CREATE TABLE order_number (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID',
    `INSERT INTO order_number (name, last) SELECT 'orders', coalesce(max(CAST(id AS BIGINT)), 0) FROM shop_order
WHERE trim(id, '0123456789') = '' AND length(id) BETWEEN 1 AND 15`,
    `CREATE TABLE order_request (
  request_key TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL
)`,
    'CREATE INDEX order_request_at ON order_request (at)',
  ],
};
