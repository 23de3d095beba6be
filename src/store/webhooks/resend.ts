import type { ChangeEvent } from '../../domain/change-event.ts';
import { fail } from '../../domain/error.ts';
import { isWanted } from '../../domain/event-kind.ts';
import { MOST_CHANGES_A_PAGE } from '../../shop/change-feed.ts';
import type { Resend } from '../../shop/webhooks.ts';
import { readChanges, readEvents } from '../changes/read.ts';
import { sequenceIn } from '../changes/rows.ts';
import type { Database, Sql } from '../database.ts';
import { BEHIND_EARLIER, queueEvents } from './queue.ts';
import { requireWebhook } from './rows.ts';

const QUEUED = 'SELECT sequence FROM webhook_event WHERE webhook = $1 AND sequence >= $2 AND sequence <= $3';
const AGAIN = `UPDATE webhook_event SET attempts = 0, due_at = CASE WHEN ${BEHIND_EARLIER} THEN NULL ELSE $3 END
  WHERE webhook = $1 AND sequence = $2`;
/** What is due behind an event that was put before it waits for that one. */
const HOLD_BACK = `UPDATE webhook_event SET due_at = NULL
  WHERE webhook = $1 AND due_at IS NOT NULL AND ${BEHIND_EARLIER}`;
const GIVEN_UP = `SELECT DISTINCT sequence FROM webhook_delivery d
  WHERE webhook = $1 AND outcome = 'gave_up' AND sequence > $2
    AND NOT EXISTS (SELECT 1 FROM webhook_delivery later
      WHERE later.webhook = d.webhook AND later.sequence = d.sequence AND later.id > d.id AND later.outcome = 'delivered')
  ORDER BY sequence LIMIT $3`;

export interface Resending {
  readonly id: string;
  readonly what: Resend;
  readonly at: string;
}

/** Page by page, each in a transaction of its own. */
export async function resend(database: Database, { id, what, at }: Resending): Promise<number> {
  let queued = 0;
  for await (const events of chosen(database, id, what))
    queued += await database.write((sql) => queueAgain(sql, { id, events, at }));
  return queued;
}

type Events = readonly ChangeEvent[];

async function* chosen(database: Database, id: string, what: Resend): AsyncGenerator<Events> {
  const { kinds } = await requireWebhook(database.read, id);
  if ('event' in what) yield [await eventOf(database.read, what.event)];
  else if ('failed' in what) yield* givenUp(database.read, id);
  else {
    const { since, until = '\u{10ffff}' } = what;
    const isChosen = (event: ChangeEvent): boolean =>
      event.at >= since && event.at < until && isWanted(JSON.parse(kinds), event);
    for await (const events of kept(database)) yield events.filter(isChosen);
  }
}

async function eventOf(sql: Sql, id: string): Promise<ChangeEvent> {
  const [event] = await readEvents(sql, [sequenceIn(id)]);
  if (event?.id === id) return event;
  throw fail('event_unknown', { value: id });
}

async function* givenUp(sql: Sql, id: string): AsyncGenerator<Events> {
  for (let after = 0; ; ) {
    const rows = await sql.all<{ sequence: number }>(GIVEN_UP, [id, after, MOST_CHANGES_A_PAGE]);
    const last = rows.at(-1);
    if (!last) return;
    yield readEvents(
      sql,
      rows.map(({ sequence }) => sequence),
    );
    after = last.sequence;
  }
}

async function* kept(database: Database): AsyncGenerator<Events> {
  for (let since: number | undefined; ; ) {
    const query = { limit: MOST_CHANGES_A_PAGE, ...(since !== undefined && { since }) };
    const { events, cursor, more } = await readChanges(database, query);
    yield events;
    if (!more) return;
    since = cursor;
  }
}

/** What is still to be looked at comes anyway. */
async function queueAgain(
  sql: Sql,
  { id, events, at }: { readonly id: string; readonly events: Events; readonly at: string },
): Promise<number> {
  const { cursor } = await requireWebhook(sql, id);
  const told = events.filter(({ sequence }) => sequence <= cursor);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return 0;
  const rows = await sql.all<{ sequence: number }>(QUEUED, [id, first.sequence, last.sequence]);
  const queued = new Set(rows.map(({ sequence }) => sequence));
  await queueEvents(sql, { id, events: told.filter(({ sequence }) => !queued.has(sequence)), at });
  for (const { sequence } of told) if (queued.has(sequence)) await sql.run(AGAIN, [id, sequence, at]);
  await sql.run(HOLD_BACK, [id]);
  return told.length;
}
