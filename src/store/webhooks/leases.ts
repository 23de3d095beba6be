import type { Lease } from '../../shop/webhooks.ts';
import type { Sql } from '../database.ts';

const FIND = 'SELECT owner, beat FROM lease WHERE name = $1';
const ADD = 'INSERT INTO lease (name, owner, beat) VALUES ($1, $2, $3)';
const TAKE = 'UPDATE lease SET owner = $2, beat = $3 WHERE name = $1';
const FREE = 'DELETE FROM lease WHERE name = $1 AND owner = $2';

export interface Claim {
  readonly name: string;
  readonly owner: string;
  readonly stale: Lease | undefined;
}

export async function holdLease(sql: Sql, { name, owner, stale }: Claim): Promise<Lease> {
  const held = await sql.get<Lease>(FIND, [name]);
  const isStale = stale?.owner === held?.owner && stale?.beat === held?.beat;
  if (held && held.owner !== owner && !isStale) return { owner: held.owner, beat: held.beat };
  const beat = (held?.beat ?? 0) + 1;
  await sql.run(held ? TAKE : ADD, [name, owner, beat]);
  return { owner, beat };
}

export async function releaseLease(sql: Sql, name: string, owner: string): Promise<void> {
  await sql.run(FREE, [name, owner]);
}
