import { afterEach, beforeEach, expect, test } from 'vitest';
import { postgresPlace, type TestPlace } from '../../../test/store/dialects.ts';
import type { Database } from '../database.ts';
import { openPostgres } from './open.ts';
import { databaseName } from './pool.ts';

const POOL_SIZE = 2;

let place: TestPlace;
let one: Database;
let two: Database;
beforeEach(async () => {
  place = await postgresPlace();
  const { url, schema } = place.options;
  const open = (name: string): Promise<Database> =>
    openPostgres({ url, schema: `${schema}_${name}`, poolSize: POOL_SIZE, patienceMs: 200 });
  [one, two] = [await open('one'), await open('two')];
});
afterEach(async () => {
  await Promise.all([one.close(), two.close()]);
  await place.remove();
});

const poolOf = (database: Database) => database.figures().connections?.pool;
const bulkOf = (database: Database) => database.figures().connections?.bulk;

test('a pool that two shops share is told by both, as one', async () => {
  const pool = poolOf(one);
  expect(pool).toEqual({ number: pool?.number, limit: 2, inUse: 0, idle: 1, waiting: 0, refused: 0 });
  expect(poolOf(two)).toEqual(pool);
  const apart = await place.open();
  expect(poolOf(apart)?.number).not.toBe(pool?.number);
  await apart.close();
});

test('connections in use, who waits for one, and who waited in vain', async () => {
  const gate = Promise.withResolvers<void>();
  const held = [one, two].map((database) => database.snapshot(() => gate.promise));
  const late = [one, two, two].map((database) => database.read.get('SELECT 1'));
  const over = Promise.allSettled(late);
  expect(poolOf(one)).toMatchObject({ inUse: 2, waiting: 3, refused: 0 });
  expect((await over).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(poolOf(one)).toMatchObject({ inUse: 2, idle: 0, waiting: 0, refused: 3 });
  gate.resolve();
  await Promise.all(held);
  expect(poolOf(one)).toMatchObject({ inUse: 0, idle: 2, waiting: 0, refused: 3 });
});

test('a connection that is lost is neither in use nor idle', async () => {
  await expect(one.read.get('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toThrow();
  expect(poolOf(one)).toMatchObject({ inUse: 0, idle: 0 });
});

test('connections of bulk messages are each shop’s own', async () => {
  const gate = Promise.withResolvers<void>();
  const held = one.stage(() => gate.promise);
  const late = one.stage(async () => undefined);
  expect(bulkOf(one)).toEqual({ limit: 1, inUse: 1, waiting: 1, refused: 0 });
  expect(bulkOf(two)).toEqual({ limit: 1, inUse: 0, waiting: 0, refused: 0 });
  await expect(late).rejects.toMatchObject({ code: 'store_unavailable' });
  gate.resolve();
  await held;
  expect(bulkOf(one)).toEqual({ limit: 1, inUse: 0, waiting: 0, refused: 1 });
});

test.each([
  ['postgres://shop:secret@db1/shops', 'shop@db1:5432/shops'],
  ['postgresql://shop:se%40cret@db1:6432/shops?sslmode=disable&password=secret', 'shop@db1:6432/shops'],
  ['postgres://shop:secret@/shops?host=/var/run/postgresql', 'shop@/var/run/postgresql:5432/shops'],
])('%s is named without its password', (url, name) => {
  expect(databaseName(url)).toBe(name);
});
