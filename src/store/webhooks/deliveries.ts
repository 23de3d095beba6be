import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Page, PageQuery, Place } from '../../shop/pages.ts';
import type { Delivery, DeliveryFilter } from '../../shop/webhooks.ts';
import { sequenceIn } from '../changes/rows.ts';
import type { Database, Sql, SqlValue } from '../database.ts';
import { DELIVERY, type DeliveryRow, WEBHOOK_DELIVERY } from './rows.ts';

const BATCH = 200;
/** Of a step of pruning: small, so that a write that waits meanwhile does not wait long. */
const STEP = 200;
const DROP = `DELETE FROM webhook_delivery WHERE id IN
  (SELECT id FROM (SELECT id, at FROM webhook_delivery ORDER BY id LIMIT ${STEP}) AS oldest WHERE at < $1)`;

/** Newest first. */
export async function* readDeliveries(
  sql: Sql,
  { limit = Number.POSITIVE_INFINITY, ...filter }: DeliveryFilter,
): AsyncGenerator<readonly Delivery[]> {
  for (let left = limit, after: Place | undefined; left > 0; ) {
    const asked = { ...filter, limit: Math.min(BATCH, left), ...(after && { after }) };
    const { items, next } = await readDeliveryPage(sql, asked);
    if (items.length > 0) yield items;
    if (!next) return;
    left -= items.length;
    after = next;
  }
}

/** Of a limit, of ids before one and from another one on. */
function pageStatement({ webhook, outcomes = [], event }: DeliveryFilter): {
  readonly statement: string;
  readonly parameters: readonly SqlValue[];
} {
  const parameters: SqlValue[] = [];
  const parameter = (value: SqlValue): string => `$${parameters.push(value) + 3}`;
  const conditions = ['id < $2', 'id >= $3'];
  if (webhook !== undefined) conditions.push(`webhook = ${parameter(webhook)}`);
  if (outcomes.length > 0) conditions.push(`outcome IN (${outcomes.map(parameter).join(', ')})`);
  if (event !== undefined)
    conditions.push(`sequence = ${parameter(sequenceIn(event))}`, `event = ${parameter(event)}`);
  return {
    statement: `${WEBHOOK_DELIVERY.select} WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $1`,
    parameters,
  };
}

/** Attempts looked at in one statement: it bounds how long a question for rare ones keeps the others waiting. */
const STRIDE = 5000;
const EDGES = `SELECT (SELECT coalesce(min(id), 0) FROM webhook_delivery) AS first,
  (SELECT coalesce(max(id), 0) FROM webhook_delivery) AS last`;

/** Newest first. */
export async function readDeliveryPage(
  sql: Sql,
  { limit, after, ...filter }: DeliveryFilter & PageQuery,
): Promise<Page<Delivery>> {
  const edges = await sql.get<{ first: number; last: number }>(EDGES);
  const { statement, parameters } = pageStatement(filter);
  const rows: DeliveryRow[] = [];
  let before = Math.min(Number(after?.[0] ?? Number.MAX_SAFE_INTEGER), (edges?.last ?? 0) + 1);
  while (before > (edges?.first ?? 0) && rows.length <= limit) {
    const lowest = before - STRIDE;
    // One more tells whether anything follows.
    const wanted = limit + 1 - rows.length;
    rows.push(...(await sql.all<DeliveryRow>(statement, [wanted, before, lowest, ...parameters])));
    before = lowest;
    await nextTurn();
  }
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(DELIVERY.fromRow), next: last && [last.id] };
}

export async function pruneDeliveries(database: Database, before: string): Promise<number> {
  for (let dropped = 0; ; await nextTurn()) {
    const step = await database.write((sql) => sql.run(DROP, [before]));
    if (step === 0) return dropped;
    dropped += step;
  }
}
