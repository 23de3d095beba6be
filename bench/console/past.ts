import { createHash } from 'node:crypto';
import { problem } from '../../src/domain/problem.ts';
import type { Exchange, ExchangeOutcome, ExchangeRun } from '../../src/shop/journal.ts';
import { joined, runOf } from '../../src/store/journal/runs.ts';
import { referenceOf } from '../product-message.ts';

/** How much lies behind a shop. */
export interface Past {
  readonly exchanges: number;
  readonly products: number;
  /** When the last exchange was; ms since 1970. */
  readonly until: number;
}

const DAYS = 88;
const DAY_MS = 86_400_000;
const RUNS_A_DAY = 96;
const BETWEEN_MS = 180;
/** A prime: exchanges that follow each other name products far apart. */
const STEP = 611_953;

export interface PastExchange {
  readonly exchange: Exchange;
  /** The run that it belongs to, with it counted. */
  readonly run: ExchangeRun;
}

/** Runs every quarter of an hour, the oldest first: mostly updates, most of which change nothing. */
export function* pastExchanges({ exchanges, products, until }: Past): Generator<PastExchange> {
  const runs = DAYS * RUNS_A_DAY;
  const perRun = Math.ceil(exchanges / runs);
  const begin = until - DAYS * DAY_MS;
  let run: ExchangeRun | undefined;
  for (let index = 0; index < exchanges; index += 1) {
    const place = index % perRun;
    const at = Math.round(begin + Math.floor(index / perRun) * (DAY_MS / RUNS_A_DAY) + place * BETWEEN_MS);
    const exchange = pastExchange(index, { at, place, products, isOld: index < exchanges / 10 });
    run = joined(runOf(run, exchange), exchange);
    yield { exchange: { ...exchange, run: run.id }, run };
  }
}

interface Place {
  readonly at: number;
  readonly place: number;
  readonly products: number;
  /** Some things happened once, long ago. */
  readonly isOld: boolean;
}

function pastExchange(index: number, { at, place, products, isOld }: Place): Exchange {
  const resource = resourceOf(place, isOld);
  const reference = keyOf(resource, index, products);
  const outcome = outcomeOf(resource, index, isOld);
  const where = { entity: 'product', record: reference, field: 'stock', value: 'n/a' } as const;
  return {
    id: idAt(at, index),
    at: new Date(at).toISOString(),
    resource,
    reference,
    outcome,
    httpStatus: 200,
    ...(outcome === 'refused' && { problem: problem('not_a_number', where) }),
    ...(outcome === 'failed' && { problem: problem('store_unavailable') }),
    warnings: outcome === 'warning' ? [problem('empty_ignored', where)] : [],
    ...(reference === '' && { records: 120, unchanged: 118 }),
    durationMs: 1.5 + (index % 40) / 10,
    timings: { receive: 0.31, identify: 0.05, read: 0.44, handle: 0.7 + (index % 40) / 10 },
    requestBytes: 1800 + (index % 300),
    replyBytes: 85,
    remoteAddress: '192.0.2.10',
    // What it was stands apart: see the payloads.
    request: '',
  };
}

function resourceOf(place: number, isOld: boolean): string {
  if (place === 0) return 'orders_list';
  if (place === 1) return 'orders';
  if (place === 2) return 'set_order_exported';
  if (place === 3) return isOld ? 'document' : 'add_grilles';
  if (place === 4) return 'add_customer';
  return place % 12 === 5 ? 'add_product' : 'update_product';
}

const BULK: ReadonlySet<string> = new Set(['orders_list', 'add_grilles', 'add_customer', 'document']);

function keyOf(resource: string, index: number, products: number): string {
  if (BULK.has(resource)) return '';
  if (resource.includes('order')) return String(100_000 + (index % 100_000));
  return referenceOf((index * STEP) % products);
}

function outcomeOf(resource: string, index: number, isOld: boolean): ExchangeOutcome {
  if (isOld && index % 9973 === 7) return 'failed';
  if (BULK.has(resource)) return index % 97 === 3 ? 'partly' : 'success';
  if (index % 61 === 5) return 'refused';
  if (index % 43 === 7) return 'warning';
  return index % 3 === 0 || resource !== 'update_product' ? 'success' : 'unchanged';
}

/** A UUIDv7 of that instant. */
function idAt(at: number, index: number): string {
  const time = at.toString(16).padStart(12, '0');
  const tail = createHash('md5').update(String(index)).digest('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
}
