import { createHash } from 'node:crypto';
import { fail } from '../../domain/error.ts';
import type { NewOrder } from '../../domain/new-order.ts';
import type { OrderRecord } from '../../domain/order.ts';
import { quotable } from '../../domain/problem.ts';
import type { AddOrderOptions } from '../../shop/order-desk.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database, Sql } from '../database.ts';
import { type Row, table } from '../table.ts';

interface StoredRequest {
  readonly requestKey: string;
  /** SHA-256 of what was asked for. */
  readonly digest: string;
  /** An OrderRecord in JSON, its fields in their own order: the same reply is to be the same bytes. */
  readonly answer: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}
export const ORDER_REQUEST = table<StoredRequest>('order_request', {
  requestKey: 'text',
  digest: 'text',
  answer: 'text',
  at: 'text',
});

/** What tells a request that comes again. */
export interface OrderRequest {
  readonly key: string;
  readonly digest: string;
  /** As a caller knows the key; undefined where it is the order's id. */
  readonly shown: string | undefined;
}

/** Undefined where each call adds an order. */
export function requestOf(
  order: NewOrder,
  { requestKey, allowUnknownReferences = false }: AddOrderOptions,
): OrderRequest | undefined {
  const key = requestKey === undefined ? order.id && `id ${order.id}` : `key ${requestKey}`;
  if (key === undefined) return undefined;
  const asked = canonicalJson({ order, allowUnknownReferences });
  return { key, digest: createHash('sha256').update(asked).digest('hex'), shown: requestKey };
}

const FIND = `${ORDER_REQUEST.select} WHERE request_key = $1`;

/** What it was answered with. Rejects with `idempotency_key_reused` where another order was asked for. */
export async function findAnswer(
  sql: Sql,
  { key, digest, shown }: OrderRequest,
): Promise<OrderRecord | undefined> {
  const row = await sql.get<Row<StoredRequest>>(FIND, [key]);
  if (!row) return undefined;
  if (row.digest === digest) return JSON.parse(row.answer);
  // Another order of that id is refused as such.
  if (shown === undefined) return undefined;
  throw fail('idempotency_key_reused', { entity: 'order', value: quotable(shown) });
}

export async function saveAnswer(
  sql: Sql,
  { key, digest }: OrderRequest,
  given: { readonly answer: OrderRecord; readonly at: string },
): Promise<void> {
  const answer = JSON.stringify(given.answer);
  await sql.run(ORDER_REQUEST.insert, ORDER_REQUEST.cells({ requestKey: key, digest, answer, at: given.at }));
}

/** Few at a time: others wait for the lock. */
const STEP = 200;
const OLDEST = `SELECT request_key AS key FROM order_request WHERE at < $1 ORDER BY at LIMIT ${STEP}`;
const FORGET = 'DELETE FROM order_request WHERE request_key = $1';

/** Gives the number of those that were older. */
export async function pruneRequests(database: Database, olderThan: string): Promise<number> {
  for (let forgotten = 0; ; ) {
    const old = await database.read.all<{ key: string }>(OLDEST, [olderThan]);
    if (old.length === 0) return forgotten;
    await database.write(async (sql) => {
      for (const { key } of old) await sql.run(FORGET, [key]);
    });
    forgotten += old.length;
  }
}
