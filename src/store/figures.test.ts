import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../test/store/dialects.ts';
import { fail } from '../domain/error.ts';
import type { Database, Sql } from './database.ts';
import { createTally, type Distribution } from './figures.ts';

const count = ({ counts }: Distribution): number => counts.reduce((sum, own) => sum + own, 0);

test('a tally tells between which bounds its values lie', () => {
  const tally = createTally([1, 5]);
  for (const value of [0, 1, 2, 5, 6, 100]) tally.add(value);
  expect(tally.read()).toEqual({ bounds: [1, 5], counts: [2, 2, 2], sum: 114 });
});

describe.each(DIALECTS)('the queue of commits on %s counts', (dialect) => {
  let place: TestPlace;
  let database: Database;
  beforeEach(async () => {
    place = await testPlace(dialect);
    database = await place.open(100);
    await database.write((sql) => sql.run('CREATE TABLE item (name TEXT UNIQUE)'));
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const add =
    (name: string) =>
    (sql: Sql): Promise<number> =>
      sql.run('INSERT INTO item (name) VALUES ($1)', [name]);
  const figures = () => database.figures().writes;

  test('what each commit made durable, and how long it took and was waited for', async () => {
    const before = figures();
    await Promise.allSettled([database.write(add('a')), database.write(add('a')), database.write(add('b'))]);
    await database.write(add('c'));
    const { works, seconds, waitSeconds } = figures();
    expect([count(works) - count(before.works), works.sum - before.works.sum]).toEqual([2, 3]);
    expect(count(seconds) - count(before.seconds)).toBe(2);
    expect(seconds.sum).toBeGreaterThan(before.seconds.sum);
    expect(count(waitSeconds) - count(before.waitSeconds)).toBe(2);
    expect(figures()).toMatchObject({ waiting: 0, refused: 0, failedCommits: 0 });
  });

  test('what waits while a transaction is under way', async () => {
    const gate = Promise.withResolvers<void>();
    const held = database.write(() => gate.promise);
    await sleep(50);
    const others = ['a', 'b', 'c'].map((name) => database.write(add(name)));
    expect(figures().waiting).toBe(3);
    gate.resolve();
    await Promise.all([held, ...others]);
    expect(figures().waiting).toBe(0);
  });

  test('what was refused because another process held the lock', async () => {
    const other = await place.open();
    const gate = Promise.withResolvers<void>();
    const held = other.write(async (sql) => {
      await add('a')(sql);
      await gate.promise;
    });
    await sleep(50);
    const refused = await Promise.allSettled([database.write(add('b')), database.write(add('c'))]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(figures()).toMatchObject({ refused: 2, failedCommits: 0 });
    gate.resolve();
    await held;
    await other.close();
  });

  test('transactions that the storage let down', async () => {
    const failing = database.write(async () => {
      throw fail('store_full');
    });
    await expect(failing).rejects.toMatchObject({ problem: { reason: 'store_full' } });
    expect(figures()).toMatchObject({ refused: 0, failedCommits: 1 });
  });
});
