import { type Migration, TABLE } from './migration.ts';

export const PRICE_RULES: Migration = {
  id: '0005-price-rules',
  statements: [
    // The keys are digests of what tells two rules, and two sets of rules, apart: an index of so many texts is none.
    `CREATE TABLE IF NOT EXISTS #__passerelle_price_rule (
      rule_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
      set_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      reference_key VARCHAR(255) NOT NULL,
      source VARCHAR(255) NOT NULL,
      rule VARCHAR(255) NOT NULL,
      reference VARCHAR(255) NOT NULL,
      customer VARCHAR(255) NOT NULL,
      customer_group VARCHAR(255) NOT NULL,
      currency VARCHAR(255) NOT NULL,
      country VARCHAR(255) NOT NULL,
      from_quantity VARCHAR(64) NOT NULL,
      valid_from VARCHAR(19) NOT NULL,
      kind VARCHAR(16) NOT NULL,
      value VARCHAR(64) NOT NULL,
      valid_to VARCHAR(19) NULL,
      parent VARCHAR(255) NULL,
      base_price VARCHAR(64) NULL,
      customer_emails TEXT NULL,
      seen_at BIGINT NOT NULL,
      retired_at BIGINT NULL,
      KEY set_key (set_key),
      KEY reference_key (reference_key(150)),
      KEY customer (customer(100))
    ) ${TABLE}`,
    // Which of the CMS's prices are a rule's, so that no other one is ever touched for a rule.
    `CREATE TABLE IF NOT EXISTS #__passerelle_rule_price (
      price_id INT UNSIGNED NOT NULL PRIMARY KEY,
      rule_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      KEY rule_key (rule_key)
    ) ${TABLE}`,
  ],
};
