import type { Migration } from './migration.ts';

/**
 * A rule's key begins with `reference`, so that the primary key also answers a quote. Texts that mean "any" are '';
 * an option that the rule does not have is NULL.
 *
 * An hourly price list names the same million rules again and again, and a date in each of them would rewrite the
 * table each time. So a rule with `follows_set` 1 was seen at the later of its own `seen_at` and that of its
 * (source, rule) in `price_rule_set`; with 0, at its own. A set counts its rules: `live` those that are not retired,
 * `following` those that follow it.
 *
 * `part_revision` counts the writes of a part of the store: see src/store/planned-merge.ts.
 */
export const PRICE_RULES: Migration = {
  id: '0002-price-rules',
  seeds: ['part_revision'],
  sqlite: [
    `CREATE TABLE price_rule (
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
) WITHOUT ROWID`,
    `CREATE TABLE price_rule_set (
  source TEXT NOT NULL,
  rule TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  live INTEGER NOT NULL,
  following INTEGER NOT NULL,
  PRIMARY KEY (source, rule)
) WITHOUT ROWID`,
    'CREATE TABLE part_revision (part TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID',
    `INSERT INTO part_revision (part, revision) VALUES ('price-rules', 0), ('customers', 0)`,
  ],
};
