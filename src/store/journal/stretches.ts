import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql } from '../database.ts';
import { type Conditions, createConditions } from '../places.ts';
import type { ExchangeWalk } from './walks.ts';

/** Exchanges that one statement looks at: the first may find all that is wanted; more keep others waiting on SQLite. */
const FIRST_LOOK = 500;
const NEXT_LOOK = 10_000;

interface Wanted {
  readonly before: string;
  readonly count: number;
}

/** The ids of the next `count` exchanges of a walk, newest first, below `before`. */
export async function idsAlong(sql: Sql, walk: ExchangeWalk, { before, count }: Wanted): Promise<string[]> {
  if (!walk.checks) return readIds(sql, below(walk, before), count);
  const found: string[] = [];
  let lookedAt = FIRST_LOOK;
  for (let from = before; ; lookedAt = NEXT_LOOK) {
    const end = await endOfStretch(sql, below(walk, from), lookedAt);
    const conditions = below(walk, from);
    if (end !== undefined) conditions.add(`id >= ${conditions.value(end)}`);
    walk.checks(conditions);
    found.push(...(await readIds(sql, conditions, count - found.length)));
    if (end === undefined || found.length >= count) return found;
    from = end;
    await nextTurn();
  }
}

function below({ along }: ExchangeWalk, id: string): Conditions {
  const conditions = createConditions();
  along(conditions);
  conditions.add(`id < ${conditions.value(id)}`);
  return conditions;
}

// The ids alone: an index has them, so that no exchange is read that is not shown.
async function readIds(sql: Sql, conditions: Conditions, limit: number): Promise<string[]> {
  const statement = `SELECT id FROM exchange ${conditions.where()} ORDER BY id DESC LIMIT ${conditions.value(limit)}`;
  return (await sql.all<{ id: string }>(statement, conditions.parameters)).map(({ id }) => id);
}

/** The last id of a stretch; undefined where fewer are left. */
async function endOfStretch(sql: Sql, conditions: Conditions, length: number): Promise<string | undefined> {
  const offset = conditions.value(length - 1);
  const statement = `SELECT id FROM exchange ${conditions.where()} ORDER BY id DESC LIMIT 1 OFFSET ${offset}`;
  return (await sql.get<{ id: string }>(statement, conditions.parameters))?.id;
}
