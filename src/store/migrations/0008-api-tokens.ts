import type { Migration } from './migration.ts';

/** The tokens of the JSON API. `scopes` is a JSON list of names. */
export const API_TOKENS: Migration = {
  id: '0008-api-tokens',
  sqlite: [
    `CREATE TABLE api_token (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  label TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_used_at TEXT,
  revoked_at TEXT
)`,
  ],
};
