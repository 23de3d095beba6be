import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRandom } from '../../scripts/sample/random.ts';
import type { ShopReader } from '../../src/shop/reader.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { DIALECTS, type Dialect, shopSettings, type TestPlace, testPlace } from '../store/dialects.ts';
import { KEY } from '../support/endpoint.ts';
import { post } from '../support/form.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { isBetween, type Sent } from './sent.ts';
import { BULK_ROWS, createRecord, FINAL_STATE, type WriteRecord, writeUntilGone } from './writers.ts';

/** PASSERELLE_CRASH_ROUNDS=200 for a long run; PASSERELLE_CRASH_SEED repeats the moments, as far as time does. */
const ROUNDS = Number(process.env.PASSERELLE_CRASH_ROUNDS ?? 4);
const SEED = Number(process.env.PASSERELLE_CRASH_SEED ?? Date.now() % 1_000_000);
const ORDERS_A_ROUND = 150;
/** Even rounds are killed early, in the first bulk message at times; odd ones once a bulk message was acknowledged. */
const EARLIEST_MS = 200;
const LATEST_MS = 800;

let data = '';
let place: TestPlace;
let server: ServerProcess | undefined;
beforeEach(() => {
  data = temporaryFolder();
});
afterEach(async () => {
  await server?.kill();
  await place.remove();
});

/** What is left must be sound: asked until it is, as PostgreSQL ends the sessions of a dead server by and by. */
const SOUND: Readonly<Record<Dialect, { readonly question: string; readonly answer: object }>> = {
  sqlite: { question: 'PRAGMA integrity_check', answer: { integrity_check: 'ok' } },
  postgres: {
    question: `SELECT (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
        AND application_name LIKE 'passerelle%' AND pid <> pg_backend_pid()) AS sessions,
      (SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()) AS deadlocks`,
    answer: { sessions: 0, deadlocks: 0 },
  },
};

const TITLE = `a killed server loses nothing that it acknowledged, and keeps no half message, on %s (PASSERELLE_CRASH_SEED=${SEED})`;
const timeout = 60_000 + ROUNDS * 15_000;

test.each(DIALECTS)(TITLE, { timeout }, async (dialect) => {
  place = await testPlace(dialect);
  const record = createRecord();
  for (let number = 0; number < ROUNDS; number++) {
    const random = createRandom(SEED + number);
    const killAfter = random.integer(LATEST_MS);
    server = await startServer(data, { shop: shopSettings(place) });
    await checkListed(server, record);
    const orders = await inStore((store) => placeOrders(store, number));
    const writing = writeUntilGone({ server, number, record, random, orders });
    const loaded = number % 2 === 0 ? pause(EARLIEST_MS) : bulkAcknowledged(record);
    const moment = loaded.then(() => pause(killAfter)).then(() => 'alive');
    const first = await Promise.race([writing.then(() => 'gone'), moment]);
    expect(first, server.log()).toBe('alive');
    await server.kill();
    await writing;
    // Every other time the server itself is the first to open what was left.
    if (number % 2 === 0) await checkAll(dialect, record);
  }
  await checkAll(dialect, record);
  expectLoad(record);
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function bulkAcknowledged({ grilles }: WriteRecord): Promise<void> {
  const { acknowledged } = grilles;
  return vi.waitFor(() => expect(grilles.acknowledged).toBeGreaterThan(acknowledged), { timeout: 40_000 });
}

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place.options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function placeOrders({ backoffice }: Store, round: number): Promise<string[]> {
  const ids = Array.from({ length: ORDERS_A_ROUND }, (_, number) => `${round}-${number}`);
  await Promise.all(ids.map((id) => backoffice.placeOrder(order(id))));
  return ids;
}

/** A restarted server names every product once, and those that were acknowledged are among them. */
async function checkListed({ url }: ServerProcess, { stocks, shared }: WriteRecord): Promise<void> {
  const { text } = await post(url, [
    ['key', KEY],
    ['resource', 'products_list'],
  ]);
  const references = Array.from(text.matchAll(/\b(?:OWN|SHARED)-\d+-\d+\b/g), ([reference]) => reference);
  expect(new Set(references).size).toBe(references.length);
  const listed = new Set(references);
  const promised = [
    ...[...stocks].filter(([, { acknowledged }]) => acknowledged > 0),
    ...[...shared].filter(([, told]) => told),
  ].map(([reference]) => reference);
  expect(promised.filter((reference) => !listed.has(reference))).toEqual([]);
}

async function checkAll(dialect: Dialect, record: WriteRecord): Promise<void> {
  const { question, answer } = SOUND[dialect];
  const database = await place.open();
  const sound = async () => expect(await database.read.all(question)).toEqual([answer]);
  await vi.waitFor(sound, { timeout: 20_000, interval: 20 });
  await database.close();
  await inStore(({ backoffice }) => check(backoffice, record));
}

async function check(reader: ShopReader, record: WriteRecord): Promise<void> {
  await checkProducts(reader, record);
  const rules = (await Array.fromAsync(reader.priceRules())).flat();
  checkWhole(
    rules.map(({ value }) => value),
    record.grilles,
    'add_grilles',
  );
  const customers = (await Array.fromAsync(reader.customers())).flat();
  checkWhole(
    customers.map(({ fields }) => fields.name),
    record.customers,
    'add_customer',
  );
  const orders = (await Array.fromAsync(reader.orders())).flat();
  const kept = orders.filter(({ confirmedAt, state }) => confirmedAt !== undefined && state === FINAL_STATE);
  expect([...record.confirmed].filter((id) => !kept.some((found) => found.id === id))).toEqual([]);
}

async function checkProducts(reader: ShopReader, { stocks, shared }: WriteRecord): Promise<void> {
  const products = (await Array.fromAsync(reader.products())).flat();
  const stored = new Map(products.map(({ reference, fields }) => [reference, Number(fields.stock)]));
  expect(stored.size).toBe(products.length);
  const wrong = [...stocks].filter(([reference, sent]) => !isBetween(stored.get(reference) ?? 0, sent));
  expect(wrong.map(([reference, sent]) => ({ reference, ...sent, stored: stored.get(reference) }))).toEqual(
    [],
  );
  expect([...shared].filter(([reference, told]) => told && !stored.has(reference))).toEqual([]);
}

/** Every row carries the number of its message: all the rows of one message, or none at all. */
function checkWhole(values: readonly (string | undefined)[], sent: Sent, resource: string): void {
  const numbers = [...new Set(values)].map(Number);
  expect(numbers.length, `${resource}: rows of several messages: ${numbers}`).toBeLessThanOrEqual(1);
  const [number = 0] = numbers;
  expect({ resource, ...sent, number, inBounds: isBetween(number, sent) }).toMatchObject({ inBounds: true });
  expect(values.length).toBe(number === 0 ? 0 : BULK_ROWS);
}

/** A run in which hardly anything was acknowledged would prove nothing. */
function expectLoad({ stocks, shared, grilles, confirmed }: WriteRecord): void {
  const writes = [...stocks.values()].reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  expect(writes).toBeGreaterThan(100);
  expect(shared.size).toBeGreaterThan(3);
  expect(grilles.acknowledged).toBeGreaterThan(0);
  expect(confirmed.size).toBeGreaterThan(5);
}
