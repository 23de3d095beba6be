import type { Migration } from './migration.ts';

/**
 * Products and variants share one table, and one namespace of references. `product` is narrow, so that a change of
 * stock or price rewrites a short row; texts have rows of their own, those of the main language under ''.
 * `product_list` alone answers products_list and options_list. `list_state` counts changes of the lists other than
 * appending. `category.parent_id` 0 is the root.
 */
export const CATALOGUE: Migration = {
  id: '0001-catalogue',
  seeds: ['list_state'],
  sqlite: [
    `CREATE TABLE category (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (parent_id, name)
)`,
    `CREATE TABLE product (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reference TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('product', 'variant')),
  parent_reference TEXT,
  net_price TEXT,
  tax_rate TEXT,
  ecotax TEXT,
  stock TEXT,
  weight TEXT,
  width TEXT,
  height TEXT,
  depth TEXT,
  ean13 TEXT,
  upc TEXT,
  active INTEGER,
  available INTEGER,
  category_id INTEGER REFERENCES category (id),
  image_sha256 TEXT,
  image_type TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
)`,
    'CREATE INDEX product_list ON product (kind, id, reference)',
    'CREATE INDEX product_parent ON product (parent_reference) WHERE parent_reference IS NOT NULL',
    `CREATE TABLE product_text (
  product_id INTEGER NOT NULL REFERENCES product (id),
  language TEXT NOT NULL,
  name TEXT,
  description TEXT,
  short_description TEXT,
  meta_title TEXT,
  meta_description TEXT,
  meta_keywords TEXT,
  PRIMARY KEY (product_id, language)
)`,
    `CREATE TABLE product_axis (
  product_id INTEGER NOT NULL REFERENCES product (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (product_id, position)
) WITHOUT ROWID`,
    `CREATE TABLE product_price_level (
  product_id INTEGER NOT NULL REFERENCES product (id),
  level TEXT NOT NULL,
  net_price TEXT NOT NULL,
  PRIMARY KEY (product_id, level)
) WITHOUT ROWID`,
    `CREATE TABLE product_category_price (
  product_id INTEGER NOT NULL REFERENCES product (id),
  category TEXT NOT NULL,
  net_price TEXT NOT NULL,
  PRIMARY KEY (product_id, category)
) WITHOUT ROWID`,
    `CREATE TABLE product_custom_field (
  product_id INTEGER NOT NULL REFERENCES product (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (product_id, name)
) WITHOUT ROWID`,
    'CREATE TABLE list_state (name TEXT PRIMARY KEY, changes INTEGER NOT NULL) WITHOUT ROWID',
    `INSERT INTO list_state (name, changes) VALUES ('products', 0)`,
  ],
};
