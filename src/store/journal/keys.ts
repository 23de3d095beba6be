import type { LocalDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import type { AccessKey } from '../../shop/backoffice.ts';
import type { Sql } from '../database.ts';

interface KeyRow {
  readonly id: string;
  readonly sha256: string;
  readonly label: string;
  readonly createdAt: LocalDateTime;
  readonly revokedAt: LocalDateTime | null;
}

const ALL =
  'SELECT id, sha256, label, created_at AS "createdAt", revoked_at AS "revokedAt" FROM access_key ORDER BY created_at, id';
const ADD = `INSERT INTO access_key (id, sha256, label, created_at, revoked_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (id) DO NOTHING`;
const FIND = 'SELECT sha256 FROM access_key WHERE id = $1';
const REVOKE = 'UPDATE access_key SET revoked_at = COALESCE(revoked_at, $2) WHERE id = $1';

/** Oldest first, revoked ones too. */
export async function readKeys(sql: Sql): Promise<readonly AccessKey[]> {
  const rows = await sql.all<KeyRow>(ALL);
  return rows.map(({ revokedAt, ...key }) => ({ ...key, ...(revokedAt !== null && { revokedAt }) }));
}

/** The same key again is success; another one under its id rejects with `value_conflict`. */
export async function addKey(sql: Sql, key: AccessKey): Promise<void> {
  const { id, sha256, label, createdAt, revokedAt = null } = key;
  if ((await sql.run(ADD, [id, sha256, label, createdAt, revokedAt])) > 0) return;
  const stored = await sql.get<{ sha256: string }>(FIND, [id]);
  if (stored?.sha256 !== sha256) {
    throw fail('value_conflict', { entity: 'key', record: id, field: 'id', value: id, expected: id });
  }
}

/** A key that is revoked already keeps its first date. */
export const revokeKey = async (sql: Sql, id: string, at: LocalDateTime): Promise<boolean> =>
  (await sql.run(REVOKE, [id, at])) > 0;
