import type { Migration } from './migration.ts';

/** People of the console, what they are logged in with, and what they did. `console_setup` has one row until there is a user. */
export const CONSOLE: Migration = {
  id: '0017-console',
  sqlite: [
    `CREATE TABLE console_user (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  language TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  created_at TEXT NOT NULL
)`,
    `CREATE TABLE console_session (
  sha256 TEXT PRIMARY KEY,
  user_name TEXT NOT NULL REFERENCES console_user (name) ON DELETE CASCADE,
  started_at TEXT NOT NULL,
  used_at TEXT NOT NULL
)`,
    'CREATE INDEX console_session_user ON console_session (user_name)',
    'CREATE TABLE console_setup (id INTEGER PRIMARY KEY, code TEXT NOT NULL)',
    `CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  user_name TEXT NOT NULL,
  remote_address TEXT NOT NULL,
  action TEXT NOT NULL,
  shop TEXT,
  subject TEXT,
  outcome TEXT,
  reason TEXT
)`,
  ],
};
