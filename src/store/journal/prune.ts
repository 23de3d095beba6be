import { setTimeout as sleep } from 'node:timers/promises';
import type { JournalBounds } from '../../shop/journal.ts';
import type { Database, SqlValue } from '../database.ts';
import { lastBeyond } from './payload-bytes.ts';

/** Small, so that a write that waits meanwhile does not wait long. */
const STEP = 100;
/** Between two steps, as many times as long as the first took: most writes meet none. */
const REST = 2;
const DAY_MS = 86_400_000;

const DROP_OLD = `DELETE FROM exchange WHERE id IN
  (SELECT id FROM (SELECT id, at FROM exchange ORDER BY id LIMIT ${STEP}) AS oldest WHERE at < $1)`;
const DROP_PAYLOADS = `DELETE FROM exchange_payload WHERE exchange_id IN
  (SELECT exchange_id FROM exchange_payload WHERE exchange_id <= $1 ORDER BY exchange_id LIMIT ${STEP})`;
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
  const dropped = await inSteps(database, DROP_OLD, [oldest]);
  await inSteps(database, DROP_RUNS, [oldest]);
  const last = await lastBeyond(database.read, maxBytes);
  if (last !== undefined) await inSteps(database, DROP_PAYLOADS, [last]);
  await inSteps(database, DROP_EFFECTS, []);
  return dropped;
}

/** Until there is nothing left to do; gives how many rows it did it to. */
async function inSteps(
  database: Database,
  statement: string,
  parameters: readonly SqlValue[],
): Promise<number> {
  for (let rows = 0; ; ) {
    const start = performance.now();
    const step = await database.write((sql) => sql.run(statement, parameters));
    if (step === 0) return rows;
    rows += step;
    await sleep(REST * (performance.now() - start));
  }
}
