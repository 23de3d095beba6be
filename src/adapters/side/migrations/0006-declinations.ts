import { type Migration, TABLE } from './migration.ts';

export const DECLINATIONS: Migration = {
  id: '0006-declinations',
  statements: [
    // Variants of a CMS in which they are no products: what it has no place for, and what tells which value is theirs.
    `CREATE TABLE IF NOT EXISTS #__passerelle_variant (
      variant_key INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      reference VARCHAR(255) NOT NULL,
      reference_key VARCHAR(255) NOT NULL,
      parent_id INT UNSIGNED NULL,
      parent_reference VARCHAR(255) COLLATE utf8mb4_general_ci NULL,
      former_id INT UNSIGNED NULL,
      value_id INT UNSIGNED NULL,
      category_id INT UNSIGNED NULL,
      stock VARCHAR(64) NULL,
      stock_shown BIGINT NULL,
      image_sha256 CHAR(64) NULL,
      image_type VARCHAR(32) NULL,
      extras LONGTEXT NOT NULL,
      KEY reference_key (reference_key(190)),
      KEY parent_id (parent_id, value_id),
      KEY value_id (value_id),
      KEY parent_reference (parent_reference(190)),
      KEY former_id (former_id)
    ) ${TABLE}`,
    // The state that an order was in before it was confirmed, for a CMS that keeps no history.
    `CREATE TABLE IF NOT EXISTS #__passerelle_order_state (
      order_id INT UNSIGNED NOT NULL PRIMARY KEY,
      state VARCHAR(64) NOT NULL
    ) ${TABLE}`,
  ],
};
