CREATE TABLE access_key (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
);

CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  facts TEXT NOT NULL,
  raised_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  told_at TEXT,
  resolved_at TEXT
);

CREATE INDEX alert_open ON alert (raised_at, id) WHERE resolved_at IS NULL;

CREATE INDEX alert_raised ON alert (raised_at, id);

CREATE TABLE api_token (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  label TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_used_at TEXT,
  revoked_at TEXT
);

CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  user_name TEXT NOT NULL,
  remote_address TEXT NOT NULL,
  action TEXT NOT NULL,
  shop TEXT,
  subject TEXT,
  outcome TEXT,
  reason TEXT
);

CREATE TABLE category (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (parent_id, name)
);

CREATE TABLE change_event (
  sequence INTEGER PRIMARY KEY,
  salt TEXT NOT NULL,
  at TEXT NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  fields TEXT,
  origin TEXT NOT NULL,
  exchange TEXT,
  code TEXT,
  source TEXT,
  created INTEGER,
  updated INTEGER,
  retired INTEGER
, caller TEXT);

CREATE TABLE change_feed (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE console_session (
  sha256 TEXT PRIMARY KEY,
  user_name TEXT NOT NULL REFERENCES console_user (name) ON DELETE CASCADE,
  started_at TEXT NOT NULL,
  used_at TEXT NOT NULL
);

CREATE INDEX console_session_user ON console_session (user_name);

CREATE TABLE console_setup (id INTEGER PRIMARY KEY, code TEXT NOT NULL);

CREATE TABLE console_user (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  language TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_at TEXT NOT NULL
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
, unchanged INTEGER, run TEXT, timings TEXT, replay_of TEXT, recorded TEXT) WITHOUT ROWID;

CREATE TABLE exchange_effect (
  exchange TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  changes TEXT NOT NULL,
  PRIMARY KEY (exchange, sequence)
) WITHOUT ROWID;

CREATE TABLE exchange_payload (
  exchange_id TEXT NOT NULL REFERENCES exchange (id) ON DELETE CASCADE,
  bytes INTEGER NOT NULL,
  request TEXT,
  reply TEXT
, content TEXT);

CREATE INDEX exchange_payload_size ON exchange_payload (exchange_id, bytes);

CREATE INDEX exchange_problem ON exchange (outcome, id) WHERE outcome NOT IN ('success', 'unchanged');

CREATE INDEX exchange_reference ON exchange (reference, id) WHERE reference <> '';

CREATE INDEX exchange_resource ON exchange (resource, id, outcome);

CREATE INDEX exchange_resource_problem ON exchange (resource, outcome, id) WHERE outcome NOT IN ('success', 'unchanged');

CREATE TABLE exchange_run (
  id TEXT PRIMARY KEY,
  first_id TEXT NOT NULL,
  last_id TEXT NOT NULL,
  at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  exchanges INTEGER NOT NULL,
  resources TEXT NOT NULL,
  records INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  busy_ms REAL NOT NULL
) WITHOUT ROWID;

CREATE TABLE guard_hold (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  at TEXT NOT NULL,
  exchange TEXT,
  reference TEXT NOT NULL,
  products INTEGER NOT NULL,
  most INTEGER NOT NULL,
  catalogue INTEGER NOT NULL,
  decided_at TEXT,
  decided_by TEXT,
  until_at TEXT
);

CREATE TABLE guard_window (
  name TEXT PRIMARY KEY,
  last_at TEXT NOT NULL,
  catalogue INTEGER NOT NULL,
  deactivated INTEGER NOT NULL,
  repriced INTEGER NOT NULL,
  emptied INTEGER NOT NULL
);

CREATE TABLE lease (name TEXT PRIMARY KEY, owner TEXT NOT NULL, beat INTEGER NOT NULL) WITHOUT ROWID;

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

CREATE TABLE order_number (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE order_request (
  request_key TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL
);

CREATE INDEX order_request_at ON order_request (at);

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
, provenance TEXT);

CREATE TABLE product_axis (
  product_id INTEGER NOT NULL REFERENCES product (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (product_id, position)
) WITHOUT ROWID;

CREATE INDEX product_category ON product (category_id, kind, id) WHERE category_id IS NOT NULL;

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

CREATE INDEX product_hidden ON product (id) WHERE active = 0;

CREATE INDEX product_image ON product (image_sha256) WHERE image_sha256 IS NOT NULL;

CREATE INDEX product_list ON product (kind, id, reference);

CREATE INDEX product_parent ON product (parent_reference) WHERE parent_reference IS NOT NULL;

CREATE TABLE product_price_level (
  product_id INTEGER NOT NULL REFERENCES product (id),
  level TEXT NOT NULL,
  net_price TEXT NOT NULL,
  PRIMARY KEY (product_id, level)
) WITHOUT ROWID;

CREATE TABLE product_search (
  product_id INTEGER NOT NULL REFERENCES product (id),
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (product_id)
);

CREATE INDEX product_search_name ON product_search (name);

CREATE INDEX product_search_reference ON product_search (reference);

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

CREATE INDEX product_unavailable ON product (id) WHERE available = 0;

CREATE INDEX product_updated ON product (kind, updated_at, id);

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
, customer_id TEXT, customer_code TEXT, email_key TEXT, order_id TEXT, document_date TEXT);

CREATE INDEX sales_document_code ON sales_document (customer_code) WHERE customer_code IS NOT NULL;

CREATE INDEX sales_document_customer ON sales_document (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX sales_document_date ON sales_document (document_date, number);

CREATE INDEX sales_document_email ON sales_document (email_key) WHERE email_key IS NOT NULL;

CREATE INDEX sales_document_order ON sales_document (order_id) WHERE order_id IS NOT NULL;

CREATE INDEX sales_document_type ON sales_document (type, document_date, number);

CREATE INDEX sales_document_updated ON sales_document (updated_at, number);

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
, customer_email_key TEXT);

CREATE INDEX shop_order_confirmed ON shop_order (placed_at, order_key) WHERE confirmed_at IS NOT NULL;

CREATE INDEX shop_order_confirmed_state ON shop_order (state, placed_at, order_key) WHERE confirmed_at IS NOT NULL;

CREATE INDEX shop_order_customer ON shop_order (customer_id, placed_at, order_key);

CREATE INDEX shop_order_email ON shop_order (customer_email_key, placed_at, order_key) WHERE customer_email_key IS NOT NULL;

CREATE INDEX shop_order_open ON shop_order (placed_at, order_key, id, state, confirmed_at) WHERE confirmed_at IS NULL;

CREATE INDEX shop_order_open_state ON shop_order (state, placed_at, order_key, id, confirmed_at) WHERE confirmed_at IS NULL;

CREATE INDEX shop_order_state ON shop_order (state, placed_at, order_key, id);

CREATE TABLE webhook (
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
);

CREATE TABLE webhook_delivery (
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
);

CREATE INDEX webhook_delivery_event ON webhook_delivery (webhook, sequence, id);

CREATE TABLE webhook_event (
  webhook TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  event TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at TEXT,
  PRIMARY KEY (webhook, sequence)
) WITHOUT ROWID;

CREATE INDEX webhook_event_due ON webhook_event (webhook, due_at, sequence) WHERE due_at IS NOT NULL;

CREATE INDEX webhook_event_record ON webhook_event (webhook, entity, key, sequence);
