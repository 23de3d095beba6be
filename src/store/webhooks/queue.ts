import type { ChangeEvent } from '../../domain/change-event.ts';
import { isWanted } from '../../domain/event-kind.ts';
import { type DueEvent, MOST_RECORDS_WAITING, type TakenIn } from '../../shop/webhooks.ts';
import { newestChange, readBehind } from '../changes/read.ts';
import type { Database, Sql } from '../database.ts';
import { createInsertRows } from '../many-rows.ts';
import { requireWebhook, WEBHOOK_EVENT } from './rows.ts';

/** Changes looked at in one transaction: it bounds how long that holds the lock. */
const STEP = 200;

const MOVE = 'UPDATE webhook SET cursor = $2, missed = missed + $3 WHERE id = $1';
/** Whether an earlier event of the same record waits. */
export const BEHIND_EARLIER = `EXISTS (SELECT 1 FROM webhook_event e WHERE e.webhook = webhook_event.webhook
  AND e.entity = webhook_event.entity AND e.key = webhook_event.key AND e.sequence < webhook_event.sequence)`;
/** Of those that wait from a number on: webhook, number, now. */
const MAKE_DUE = `UPDATE webhook_event SET due_at = $3
  WHERE webhook = $1 AND sequence >= $2 AND due_at IS NULL AND NOT ${BEHIND_EARLIER}`;
const DUE = `SELECT event, attempts FROM webhook_event WHERE webhook = $1 AND due_at <= $2
  ORDER BY due_at, sequence LIMIT $3`;

const IS_FULL = `SELECT 1 AS full FROM webhook_event WHERE webhook = $1 AND due_at IS NOT NULL
  LIMIT 1 OFFSET ${MOST_RECORDS_WAITING - 1}`;

const insertEvents = createInsertRows(WEBHOOK_EVENT);

const NOTHING: TakenIn = { seen: 0, queued: 0, missed: 0 };

/** Nearly always nothing is new, which is found out without a transaction. */
export async function takeIn(database: Database, id: string, at: string): Promise<TakenIn> {
  const { cursor } = await requireWebhook(database.read, id);
  if ((await newestChange(database.read)) === cursor) return NOTHING;
  return database.write((sql) => takeStep(sql, id, at));
}

async function takeStep(sql: Sql, id: string, at: string): Promise<TakenIn> {
  const { cursor, kinds } = await requireWebhook(sql, id);
  if ((await sql.get<{ full: number }>(IS_FULL, [id]))?.full) return NOTHING;
  const { events, missed, cursor: next } = await readBehind(sql, cursor, STEP);
  if (next === cursor) return NOTHING;
  const wantedKinds = JSON.parse(kinds);
  const wanted = events.filter((event) => isWanted(wantedKinds, event));
  await sql.run(MOVE, [id, next, missed]);
  await queueEvents(sql, { id, events: wanted, at });
  return { seen: events.length, queued: wanted.length, missed };
}

export interface Queueing {
  readonly id: string;
  /** In their order, none of which waits already. */
  readonly events: readonly ChangeEvent[];
  readonly at: string;
}

export async function queueEvents(sql: Sql, { id, events, at }: Queueing): Promise<void> {
  const [first] = events;
  if (!first) return;
  const rows = events.map((event) => {
    const { sequence, entity, key } = event;
    return WEBHOOK_EVENT.cells({ webhook: id, sequence, entity, key, event, attempts: 0 });
  });
  await insertEvents(sql, rows);
  await sql.run(MAKE_DUE, [id, first.sequence, at]);
}

export async function dueEvents(
  sql: Sql,
  { id, at, limit }: { readonly id: string; readonly at: string; readonly limit: number },
): Promise<readonly DueEvent[]> {
  const rows = await sql.all<{ event: string; attempts: number }>(DUE, [id, at, limit]);
  return rows.map(({ event, attempts }) => ({ event: JSON.parse(event), attempts }));
}
