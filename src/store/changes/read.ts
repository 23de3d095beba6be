import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { fail } from '../../domain/error.ts';
import {
  CHANGES_A_PAGE,
  type ChangePage,
  type ChangeQuery,
  MOST_CHANGES_A_PAGE,
} from '../../shop/change-feed.ts';
import type { Database, Sql } from '../database.ts';
import { placeholders } from '../sql-text.ts';
import { CHANGE_EVENT, type EventRow, eventFromRow } from './rows.ts';

/** Numbers looked at in one step: it bounds how long a question for rare records takes. */
const STRIDE = 2000;

// Two questions, since SQLite answers `min` and `max` of one by a walk through all rows.
const EDGES = `SELECT (SELECT min(sequence) FROM change_event) AS first,
  (SELECT coalesce(max(sequence), 0) FROM change_event) AS last`;
const BEHIND = `${CHANGE_EVENT.select} WHERE sequence > $1 AND sequence <= $2`;
const ORDER = 'ORDER BY sequence LIMIT $3';
const ONE = `${CHANGE_EVENT.select} WHERE sequence = $1`;

interface Edges {
  readonly last: number;
  /** Null: nothing changed yet. The newest is always kept. */
  readonly first: number | null;
}

export async function newestChange(sql: Sql): Promise<number> {
  return (await sql.get<Edges>(EDGES))?.last ?? 0;
}

export async function readChanges(database: Database, query: ChangeQuery): Promise<ChangePage> {
  const limit = Math.min(query.limit ?? CHANGES_A_PAGE, MOST_CHANGES_A_PAGE);
  const events: ChangeEvent[] = [];
  let since = query.since;
  for (;;) {
    const wanted = { ...query, since, limit: limit - events.length };
    const { events: found, cursor, more } = await database.snapshot((sql) => readStep(sql, wanted));
    events.push(...found);
    if (!more || events.length >= limit) return { events, cursor, more };
    since = cursor;
    await nextTurn();
  }
}

interface Step extends Omit<ChangeQuery, 'since'> {
  readonly since: number | undefined;
  readonly limit: number;
}

async function readStep(sql: Sql, { since, limit, entities }: Step): Promise<ChangePage> {
  const { last = 0, first = null } = (await sql.get<Edges>(EDGES)) ?? {};
  const oldest = (first ?? 1) - 1;
  const from = since ?? oldest;
  if (from > last) throw fail('cursor_unknown', { value: String(from), expected: String(last) });
  if (from < oldest) throw fail('cursor_expired', { value: String(from), expected: String(last) });
  const upTo = Math.min(last, from + STRIDE);
  const rows = limit > 0 ? await sql.all<EventRow>(...statementFor({ from, upTo, limit, entities })) : [];
  const full = rows.length === limit;
  const cursor = full ? (rows.at(-1)?.sequence ?? from) : upTo;
  return { events: rows.map(eventFromRow), cursor, more: cursor < last };
}

interface Window {
  readonly entities: ChangeQuery['entities'] | undefined;
  readonly from: number;
  readonly upTo: number;
  readonly limit: number;
}

function statementFor({ from, upTo, limit, entities }: Window): [string, (number | string)[]] {
  const edges = [from, upTo, limit];
  if (!entities) return [`${BEHIND} ${ORDER}`, edges];
  const chosen = [...new Set(entities)];
  return [`${BEHIND} AND entity IN (${placeholders(chosen.length, 4)}) ${ORDER}`, [...edges, ...chosen]];
}

/** As much as has these numbers and is kept, in their order. */
export async function readEvents(sql: Sql, sequences: readonly number[]): Promise<readonly ChangeEvent[]> {
  const events: ChangeEvent[] = [];
  for (const sequence of sequences) {
    const row = await sql.get<EventRow>(ONE, [sequence]);
    if (row) events.push(eventFromRow(row));
  }
  return events;
}

/** What follows a cursor that may have been left behind: as many numbers, from the oldest on that is kept. */
export async function readBehind(
  sql: Sql,
  cursor: number,
  count: number,
): Promise<{ readonly events: readonly ChangeEvent[]; readonly missed: number; readonly cursor: number }> {
  const { last = 0, first = null } = (await sql.get<Edges>(EDGES)) ?? {};
  const from = Math.max(cursor, (first ?? 1) - 1);
  const upTo = Math.min(last, from + count);
  if (upTo <= from) return { events: [], missed: 0, cursor };
  const rows = await sql.all<EventRow>(...statementFor({ from, upTo, limit: count, entities: undefined }));
  return { events: rows.map(eventFromRow), missed: from - cursor, cursor: upTo };
}
