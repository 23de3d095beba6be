import { type Migration, TABLE } from './migration.ts';

export const CUSTOMERS: Migration = {
  id: '0003-customers',
  statements: [
    `CREATE TABLE IF NOT EXISTS #__passerelle_customer (
      customer_key INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      code VARCHAR(150) NOT NULL,
      account_id INT UNSIGNED NULL,
      email_key VARCHAR(255) NULL,
      record LONGTEXT NOT NULL,
      UNIQUE KEY code (code),
      UNIQUE KEY account_id (account_id),
      KEY email_key (email_key(150))
    ) ${TABLE}`,
    // All addresses of a customer and of their contacts.
    `CREATE TABLE IF NOT EXISTS #__passerelle_email (
      customer_key INT UNSIGNED NOT NULL,
      email_key VARCHAR(150) NOT NULL,
      PRIMARY KEY (customer_key, email_key),
      KEY email_key (email_key)
    ) ${TABLE}`,
    `CREATE TABLE IF NOT EXISTS #__passerelle_account (
      account_id INT UNSIGNED NOT NULL PRIMARY KEY,
      fingerprint CHAR(32) NOT NULL,
      changed_at BIGINT NOT NULL,
      KEY changed_at (changed_at)
    ) ${TABLE}`,
  ],
};
