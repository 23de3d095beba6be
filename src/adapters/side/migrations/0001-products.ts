import { type Migration, TABLE } from './migration.ts';

export const PRODUCTS: Migration = {
  id: '0001-products',
  statements: [
    // What has to be made by one at a time, such as a category: whoever locks the row makes it.
    `CREATE TABLE IF NOT EXISTS #__passerelle_lock (
      name VARCHAR(32) NOT NULL PRIMARY KEY
    ) ${TABLE}`,
    // What the CMS has no place for, by its own id. A row whose reference is not the product's is of an earlier product.
    `CREATE TABLE IF NOT EXISTS #__passerelle_product (
      product_id INT UNSIGNED NOT NULL PRIMARY KEY,
      reference VARCHAR(255) NOT NULL,
      parent_reference VARCHAR(255) COLLATE utf8mb4_general_ci NULL,
      category_id INT UNSIGNED NULL,
      stock VARCHAR(64) NULL,
      stock_shown BIGINT NULL,
      image_id INT UNSIGNED NULL,
      image_sha256 CHAR(64) NULL,
      image_type VARCHAR(32) NULL,
      extras LONGTEXT NOT NULL,
      KEY parent_reference (parent_reference(190)),
      KEY image_sha256 (image_sha256)
    ) ${TABLE}`,
  ],
};
