import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeEvent } from '../../domain/change-event.ts';
import type { RecentChangesQuery } from '../../shop/change-feed.ts';
import type { Page } from '../../shop/pages.ts';
import type { Database } from '../database.ts';
import { placeholders } from '../sql-text.ts';
import { newestChange } from './read.ts';
import { CHANGE_EVENT, type EventRow, eventFromRow } from './rows.ts';

/** Numbers looked at in one step, so that no question for rare records keeps others waiting. */
const STRIDE = 10_000;
/** Steps of a page. An index by record would cost every write, for a question that people ask now and then. */
const MOST_STEPS = 20;

const BETWEEN = `${CHANGE_EVENT.select} WHERE sequence < $1 AND sequence >= $2`;
/** Of price rules the key is told with its source. */
const KEY = "coalesce(source || '/', '') || key";
const FIRST = 'SELECT min(sequence) AS first FROM change_event';

/** Newest first. */
export async function readRecentChanges(
  database: Database,
  query: RecentChangesQuery,
): Promise<Page<ChangeEvent>> {
  const { limit, after } = query;
  const { read } = database;
  const first = (await read.get<{ first: number | null }>(FIRST))?.first ?? 1;
  let before = after ? Number(after[0]) : (await newestChange(read)) + 1;
  const items: ChangeEvent[] = [];
  for (let step = 0; step < MOST_STEPS && before > first; step += 1) {
    const down = Math.max(before - STRIDE, first);
    const wanted = limit - items.length;
    const rows = await read.all<EventRow>(...statementFor(query, { before, down, wanted }));
    items.push(...rows.map(eventFromRow));
    const isFull = rows.length === wanted;
    before = isFull ? (rows.at(-1)?.sequence ?? down) : down;
    if (isFull) break;
    await nextTurn();
  }
  return { items, next: before > first ? [before] : undefined };
}

interface Window {
  readonly before: number;
  readonly down: number;
  readonly wanted: number;
}

function statementFor(
  { entities, key }: RecentChangesQuery,
  { before, down, wanted }: Window,
): [string, (number | string)[]] {
  const kinds = [...new Set(entities)];
  const values = [before, down, wanted, ...kinds, ...(key === undefined ? [] : [key])];
  const conditions = [
    ...(entities ? [`AND entity IN (${placeholders(kinds.length, 4)})`] : []),
    ...(key === undefined ? [] : [`AND ${KEY} = $${values.length}`]),
  ];
  return [`${BETWEEN} ${conditions.join(' ')} ORDER BY sequence DESC LIMIT $3`, values];
}
