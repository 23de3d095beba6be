import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import type { Database, Sql } from '../database.ts';
import { openSqlite } from './open.ts';

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = temporaryFolder();
  database = openSqlite(join(folder, 'a.sqlite'), { patienceMs: 2000 });
  await database.write((sql) => sql.run('CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT UNIQUE)'));
});
afterEach(async () => {
  await database.close();
});

const add =
  (name: string) =>
  (sql: Sql): Promise<number> =>
    sql.run('INSERT INTO item (name) VALUES ($1)', [name]);
const names = async (): Promise<readonly string[]> =>
  (await database.read.all<{ name: string }>('SELECT name FROM item ORDER BY id')).map(({ name }) => name);
const limitPages = async (extra: number): Promise<void> => {
  await database.write(async (sql) => {
    const pages = await sql.get<{ page_count: number }>('PRAGMA page_count');
    await sql.all(`PRAGMA max_page_count = ${(pages?.page_count ?? 0) + extra}`);
  });
};
const liftLimit = (): Promise<unknown> => database.write((sql) => sql.all('PRAGMA max_page_count = 1000000'));

describe('a full disk', () => {
  const big = 'x'.repeat(100_000);

  test('refuses the write with store_full, changes nothing, and is over when there is room', async () => {
    await database.write(add('a'));
    await limitPages(2);
    await expect(database.write(add(big))).rejects.toMatchObject({ problem: { reason: 'store_full' } });
    const both = await Promise.allSettled([database.write(add('b')), database.write(add(big))]);
    // They shared the transaction that failed: both are told so.
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await names()).toEqual(['a']);
    await liftLimit();
    await database.write(add(big));
    expect((await names()).length).toBe(2);
  });

  test('reading goes on', async () => {
    await database.write(add('a'));
    await limitPages(0);
    await database.write(add(big)).catch(() => undefined);
    expect(await names()).toEqual(['a']);
  });

  test('that those fill who only came along fails nobody else', async () => {
    await limitPages(2);
    const filling = expect(database.writeLater(add('y'.repeat(100_000)), 60_000)).rejects.toMatchObject({
      problem: { reason: 'store_full' },
    });
    // A write alone takes along only what has waited for a while.
    await new Promise((resolve) => setTimeout(resolve, 30));
    await database.write(add('b'));
    await filling;
    expect(await names()).toEqual(['b']);
  });
});
