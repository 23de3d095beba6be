CREATE TABLE access_key (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
);

CREATE TABLE category (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (parent_id, name)
);

CREATE TABLE customer (
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
);

CREATE TABLE customer_address (
  customer_key INTEGER NOT NULL REFERENCES customer (customer_key),
  kind TEXT NOT NULL CHECK (kind IN ('delivery', 'billing')),
  position INTEGER NOT NULL,
  title TEXT,
  contact TEXT,
  street TEXT,
  complement TEXT,
  postcode TEXT,
  city TEXT,
  region TEXT,
  country TEXT,
  phone TEXT,
  email TEXT,
  custom_fields TEXT,
  PRIMARY KEY (customer_key, kind, position)
) WITHOUT ROWID;

CREATE TABLE customer_contact (
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
) WITHOUT ROWID;

CREATE INDEX customer_contact_key ON customer_contact (contact_key);

CREATE INDEX customer_email ON customer (email_key) WHERE email_key IS NOT NULL;

CREATE INDEX customer_shop_changed ON customer (shop_changed_at, customer_key) WHERE shop_changed_at IS NOT NULL;

CREATE INDEX customer_shop_email ON customer (shop_email_key) WHERE shop_email_key IS NOT NULL;

CREATE TABLE exchange (
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
) WITHOUT ROWID;

CREATE TABLE exchange_payload (
  exchange_id TEXT NOT NULL REFERENCES exchange (id) ON DELETE CASCADE,
  bytes INTEGER NOT NULL,
  request TEXT,
  reply TEXT
);

CREATE INDEX exchange_payload_size ON exchange_payload (exchange_id, bytes);

CREATE INDEX exchange_reference ON exchange (reference, id) WHERE reference <> '';

CREATE TABLE list_state (name TEXT PRIMARY KEY, changes INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE migration (id TEXT PRIMARY KEY, applied_at TEXT NOT NULL);

CREATE TABLE order_line (
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
) WITHOUT ROWID;

CREATE TABLE order_state_change (
  order_key INTEGER NOT NULL REFERENCES shop_order (order_key),
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL CHECK (changed_by IN ('shop', 'erp')),
  PRIMARY KEY (order_key, position)
) WITHOUT ROWID;

CREATE TABLE order_tracking (
  order_key INTEGER NOT NULL REFERENCES shop_order (order_key),
  tracking_number TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (order_key, tracking_number)
) WITHOUT ROWID;

CREATE TABLE part_revision (part TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE price_rule (
  reference TEXT NOT NULL,
  customer TEXT NOT NULL,
  customer_group TEXT NOT NULL,
  from_quantity TEXT NOT NULL,
  currency TEXT NOT NULL,
  country TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  source TEXT NOT NULL,
  rule TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  valid_to TEXT,
  parent TEXT,
  base_price TEXT,
  customer_emails TEXT,
  seen_at TEXT NOT NULL,
  follows_set INTEGER NOT NULL,
  retired_at TEXT,
  PRIMARY KEY (reference, customer, customer_group, from_quantity, currency, country, valid_from, source, rule)
) WITHOUT ROWID;

CREATE TABLE price_rule_set (
  source TEXT NOT NULL,
  rule TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  live INTEGER NOT NULL,
  following INTEGER NOT NULL,
  PRIMARY KEY (source, rule)
) WITHOUT ROWID;

CREATE TABLE product (
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
);

CREATE TABLE product_axis (
  product_id INTEGER NOT NULL REFERENCES product (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (product_id, position)
) WITHOUT ROWID;

CREATE TABLE product_category_price (
  product_id INTEGER NOT NULL REFERENCES product (id),
  category TEXT NOT NULL,
  net_price TEXT NOT NULL,
  PRIMARY KEY (product_id, category)
) WITHOUT ROWID;

CREATE TABLE product_custom_field (
  product_id INTEGER NOT NULL REFERENCES product (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (product_id, name)
) WITHOUT ROWID;

CREATE INDEX product_list ON product (kind, id, reference);

CREATE INDEX product_parent ON product (parent_reference) WHERE parent_reference IS NOT NULL;

CREATE TABLE product_price_level (
  product_id INTEGER NOT NULL REFERENCES product (id),
  level TEXT NOT NULL,
  net_price TEXT NOT NULL,
  PRIMARY KEY (product_id, level)
) WITHOUT ROWID;

CREATE TABLE product_text (
  product_id INTEGER NOT NULL REFERENCES product (id),
  language TEXT NOT NULL,
  name TEXT,
  description TEXT,
  short_description TEXT,
  meta_title TEXT,
  meta_description TEXT,
  meta_keywords TEXT,
  PRIMARY KEY (product_id, language)
);

CREATE TABLE sales_document (
  number TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  content TEXT,
  email TEXT,
  erp_id TEXT,
  file_type TEXT,
  file_sha256 TEXT,
  file_bytes INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE TABLE shop_order (
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
);

CREATE INDEX shop_order_open ON shop_order (placed_at, order_key, id, state, confirmed_at) WHERE confirmed_at IS NULL;

CREATE INDEX shop_order_open_state ON shop_order (state, placed_at, order_key, id, confirmed_at) WHERE confirmed_at IS NULL;

CREATE INDEX shop_order_state ON shop_order (state, placed_at, order_key, id);
