import type { LocalDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import type { AccessKey } from '../../shop/access-keys.ts';
import type { Sql } from '../database.ts';
import { type Row, table } from '../table.ts';

export const ACCESS_KEY = table<AccessKey>('access_key', {
  id: 'text',
  sha256: 'text',
  label: 'text',
  createdAt: 'text',
  revokedAt: 'text',
});

const ALL = `${ACCESS_KEY.select} ORDER BY created_at, id`;
const ADD = `${ACCESS_KEY.insert} ON CONFLICT (id) DO NOTHING`;
const FIND = 'SELECT sha256 FROM access_key WHERE id = $1';
const REVOKE = 'UPDATE access_key SET revoked_at = COALESCE(revoked_at, $2) WHERE id = $1';

export async function readKeys(sql: Sql): Promise<readonly AccessKey[]> {
  return (await sql.all<Row<AccessKey>>(ALL)).map(ACCESS_KEY.fromRow);
}

export async function addKey(sql: Sql, key: AccessKey): Promise<void> {
  const { id, sha256 } = key;
  if ((await sql.run(ADD, ACCESS_KEY.cells(key))) > 0) return;
  const stored = await sql.get<{ sha256: string }>(FIND, [id]);
  if (stored?.sha256 !== sha256) {
    throw fail('value_conflict', { entity: 'key', record: id, field: 'id', value: id, expected: id });
  }
}

export const revokeKey = async (sql: Sql, id: string, at: LocalDateTime): Promise<boolean> =>
  (await sql.run(REVOKE, [id, at])) > 0;
