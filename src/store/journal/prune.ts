import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JournalBounds } from '../../shop/journal.ts';
import type { Database, Sql } from '../database.ts';

/** Small, so that a write that waits meanwhile does not wait long. */
const STEP = 200;
const DAY_MS = 86_400_000;

const DROP_OLD = `DELETE FROM exchange WHERE id IN
  (SELECT id FROM (SELECT id, at FROM exchange ORDER BY id LIMIT ${STEP}) AS oldest WHERE at < $1)`;
const PAYLOAD_BYTES = 'SELECT COALESCE(SUM(bytes), 0) AS bytes FROM exchange_payload';
const OLDEST_PAYLOADS = `SELECT exchange_id AS id, bytes FROM exchange_payload ORDER BY exchange_id LIMIT ${STEP}`;
const DROP_PAYLOADS = 'DELETE FROM exchange_payload WHERE exchange_id <= $1';
// An effect explains a payload. Where none is kept, it goes with its exchange.
const DROP_EFFECTS = `DELETE FROM exchange_effect WHERE (exchange, sequence) IN
  (SELECT exchange, sequence FROM exchange_effect
    WHERE exchange < coalesce((SELECT min(exchange_id) FROM exchange_payload), (SELECT min(id) FROM exchange))
    ORDER BY exchange, sequence LIMIT ${STEP})`;

const DROP_RUNS = `DELETE FROM exchange_run WHERE id IN
  (SELECT id FROM exchange_run WHERE ended_at < $1 ORDER BY id LIMIT ${STEP})`;

/** Drops exchanges that are too old, and runs that are too old, then the oldest payloads until the rest is within the bound; their effects too. */
export async function pruneJournal(
  database: Database,
  { maxAgeDays, maxBytes }: JournalBounds,
  now: Date,
): Promise<number> {
  const oldest = new Date(now.getTime() - maxAgeDays * DAY_MS).toISOString();
  let dropped = 0;
  for (;;) {
    const step = await database.write((sql) => sql.run(DROP_OLD, [oldest]));
    if (step === 0) break;
    dropped += step;
    await nextTurn();
  }
  while ((await database.write((sql) => sql.run(DROP_RUNS, [oldest]))) > 0) await nextTurn();
  while (await database.write((sql) => dropPayloads(sql, maxBytes))) await nextTurn();
  while ((await database.write((sql) => sql.run(DROP_EFFECTS))) > 0) await nextTurn();
  return dropped;
}

/** One step; gives whether there may be more to do. */
async function dropPayloads(sql: Sql, maxBytes: number): Promise<boolean> {
  const total = await sql.get<{ bytes: number }>(PAYLOAD_BYTES);
  let excess = (total?.bytes ?? 0) - maxBytes;
  let last: string | undefined;
  for (const { id, bytes } of await sql.all<{ id: string; bytes: number }>(OLDEST_PAYLOADS)) {
    if (excess <= 0) break;
    excess -= bytes;
    last = id;
  }
  if (last !== undefined) await sql.run(DROP_PAYLOADS, [last]);
  return excess > 0 && last !== undefined;
}
