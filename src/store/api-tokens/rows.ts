import type { LocalDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import type { ApiToken } from '../../shop/api-tokens.ts';
import type { Sql } from '../database.ts';
import { type Row, table } from '../table.ts';

export const API_TOKEN = table<ApiToken>('api_token', {
  id: 'text',
  sha256: 'text',
  label: 'text',
  scopes: 'json',
  createdAt: 'text',
  lastUsedAt: 'text',
  revokedAt: 'text',
});

const ALL = `${API_TOKEN.select} ORDER BY created_at, id`;
const ADD = `${API_TOKEN.insert} ON CONFLICT (id) DO NOTHING`;
const FIND = 'SELECT sha256 FROM api_token WHERE id = $1';
const REVOKE = 'UPDATE api_token SET revoked_at = COALESCE(revoked_at, $2) WHERE id = $1';
const NOTE_USE =
  'UPDATE api_token SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)';

export async function readTokens(sql: Sql): Promise<readonly ApiToken[]> {
  return (await sql.all<Row<ApiToken>>(ALL)).map(API_TOKEN.fromRow);
}

export async function addToken(sql: Sql, token: ApiToken): Promise<void> {
  const { id, sha256 } = token;
  if ((await sql.run(ADD, API_TOKEN.cells(token))) > 0) return;
  const stored = await sql.get<{ sha256: string }>(FIND, [id]);
  if (stored?.sha256 !== sha256) {
    throw fail('value_conflict', { entity: 'token', record: id, field: 'id', value: id, expected: id });
  }
}

export const revokeToken = async (sql: Sql, id: string, at: LocalDateTime): Promise<boolean> =>
  (await sql.run(REVOKE, [id, at])) > 0;

export async function noteTokenUse(sql: Sql, id: string, at: LocalDateTime): Promise<void> {
  await sql.run(NOTE_USE, [id, at]);
}
