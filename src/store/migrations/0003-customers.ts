import type { Migration } from './migration.ts';

const ADDRESS_COLUMNS = `title TEXT,
  contact TEXT,
  street TEXT,
  complement TEXT,
  postcode TEXT,
  city TEXT,
  region TEXT,
  country TEXT,
  phone TEXT,
  email TEXT`;

/**
 * What the ERP says of a customer and what the shop's own side says stand beside each other: the ERP sends all its
 * customers every hour, and must not undo what a customer has changed in the shop. `shop_address` is a PostalAddress in
 * JSON, `custom_fields` an object in JSON or NULL. `…_key` columns are e-mails in lower case. A contact's key is its
 * e-mail in lower case, or `#` and its position; `position` is the order in which contacts came.
 */
export const CUSTOMERS: Migration = {
  id: '0003-customers',
  sqlite: [
    `CREATE TABLE customer (
  customer_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT UNIQUE,
  name TEXT,
  first_name TEXT,
  company TEXT,
  phone TEXT,
  mobile TEXT,
  fax TEXT,
  email TEXT,
  sales_person TEXT,
  payment_terms_id TEXT,
  payment_terms TEXT,
  price_category TEXT,
  discount_rate TEXT,
  payer_code TEXT,
  payer_name TEXT,
  active INTEGER,
  email_key TEXT,
  custom_fields TEXT,
  shop_last_name TEXT,
  shop_first_name TEXT,
  shop_email TEXT,
  shop_email_key TEXT,
  shop_address TEXT,
  shop_changed_at TEXT
)`,
    'CREATE INDEX customer_email ON customer (email_key) WHERE email_key IS NOT NULL',
    'CREATE INDEX customer_shop_email ON customer (shop_email_key) WHERE shop_email_key IS NOT NULL',
    'CREATE INDEX customer_shop_changed ON customer (shop_changed_at, customer_key) WHERE shop_changed_at IS NOT NULL',
    `CREATE TABLE customer_contact (
  customer_key INTEGER NOT NULL REFERENCES customer (customer_key),
  contact_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  email TEXT,
  name TEXT,
  first_name TEXT,
  phone TEXT,
  mobile TEXT,
  active INTEGER,
  custom_fields TEXT,
  PRIMARY KEY (customer_key, contact_key)
) WITHOUT ROWID`,
    'CREATE INDEX customer_contact_key ON customer_contact (contact_key)',
    `CREATE TABLE customer_address (
  customer_key INTEGER NOT NULL REFERENCES customer (customer_key),
  kind TEXT NOT NULL CHECK (kind IN ('delivery', 'billing')),
  position INTEGER NOT NULL,
  ${ADDRESS_COLUMNS},
  custom_fields TEXT,
  PRIMARY KEY (customer_key, kind, position)
) WITHOUT ROWID`,
  ],
};
