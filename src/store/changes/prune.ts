import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeBounds } from '../../shop/change-feed.ts';
import type { Database, Sql } from '../database.ts';
import { newestChange } from './read.ts';

/** Small, so that a write that waits meanwhile does not wait long. */
const STEP = 500;
const DAY_MS = 86_400_000;

const OLDEST = `SELECT max(sequence) AS last FROM
  (SELECT sequence, at FROM change_event WHERE sequence < $3 ORDER BY sequence LIMIT ${STEP}) AS oldest
  WHERE sequence <= $1 OR at < $2`;
const DROP = 'DELETE FROM change_event WHERE sequence <= $1';

/**
 * Events are in the order of time but for clocks that differ: what stands before a too old one goes with it. The newest
 * stays: the next number comes behind it.
 */
export async function pruneChanges(
  database: Database,
  { maxAgeDays, maxEvents }: ChangeBounds,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - maxAgeDays * DAY_MS).toISOString();
  let dropped = 0;
  for (;;) {
    const step = await database.write((sql) => dropStep(sql, { before, maxEvents }));
    if (step === 0) return dropped;
    dropped += step;
    await nextTurn();
  }
}

async function dropStep(
  sql: Sql,
  { before, maxEvents }: { readonly before: string; readonly maxEvents: number },
): Promise<number> {
  const newest = await newestChange(sql);
  const oldest = await sql.get<{ last: number | null }>(OLDEST, [newest - maxEvents, before, newest]);
  return oldest?.last ? sql.run(DROP, [oldest.last]) : 0;
}
