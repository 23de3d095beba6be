import { type Migration, TABLE } from './migration.ts';

export const ORDERS: Migration = {
  id: '0002-orders',
  statements: [
    `CREATE TABLE IF NOT EXISTS #__passerelle_order (
      order_id INT UNSIGNED NOT NULL PRIMARY KEY,
      read_at BIGINT NULL,
      read_by VARCHAR(64) NULL,
      confirmed_at BIGINT NULL
    ) ${TABLE}`,
    `CREATE TABLE IF NOT EXISTS #__passerelle_tracking (
      order_id INT UNSIGNED NOT NULL,
      tracking_number VARCHAR(150) NOT NULL,
      position INT NOT NULL,
      PRIMARY KEY (order_id, tracking_number)
    ) ${TABLE}`,
  ],
};
