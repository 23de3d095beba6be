import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../test/store/dialects.ts';
import type { Database, Sql, SqlValue, Staging } from './database.ts';

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  let database: Database;

  beforeEach(async () => {
    place = await testPlace(dialect);
    database = await place.open();
    await database.write((sql) =>
      sql.run('CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)'),
    );
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const count = async (): Promise<number> =>
    (await database.read.get<{ n: number }>('SELECT count(*) AS n FROM item'))?.n ?? -1;
  const MERGE = 'INSERT INTO item (name) SELECT name FROM staged WHERE true ON CONFLICT (name) DO NOTHING';
  const merge = (sql: Sql): Promise<number> => sql.run(MERGE);

  async function insert(staging: Staging, rows: readonly (readonly SqlValue[])[]): Promise<void> {
    const writer = staging.rowsInto('staged', ['name']);
    for (const row of rows) if (writer.add(row)) await writer.flush();
    await writer.flush();
  }

  async function stageRows(staging: Staging, rows: number): Promise<void> {
    await staging.sql.run('CREATE TEMP TABLE staged (name TEXT)');
    const values = Array.from({ length: rows }, (_, index) => [`row ${index}`]);
    await insert(staging, values);
  }

  test('staged rows are invisible, and hinder no writer, until the merge', async () => {
    const merged = await database.stage(async (staging) => {
      await stageRows(staging, 3000);
      await database.write((sql) => sql.run(`INSERT INTO item (name) VALUES ('row 0')`));
      expect(await count()).toBe(1);
      return staging.merge(merge);
    });
    expect(merged).toBe(2999);
    expect(await count()).toBe(3000);
  });

  test('a merge that throws changes nothing', async () => {
    const failed = database.stage(async (staging) => {
      await stageRows(staging, 10);
      await staging.merge(async (sql) => {
        await merge(sql);
        throw new Error('no');
      });
    });
    await expect(failed).rejects.toThrow('no');
    expect(await count()).toBe(0);
  });

  test('each bulk message has its own temporary tables, and writes meanwhile wait for a merge rather than fail', async () => {
    const bulk = () =>
      database.stage(async (staging) => {
        await stageRows(staging, 2000);
        return staging.merge(async (sql) => {
          const merged = await merge(sql);
          // Holds the lock across turns of the event loop, as a bulk message in another thread does.
          await new Promise((resolve) => setTimeout(resolve, 30));
          return merged;
        });
      });
    const write = (name: string) =>
      database.write((sql) => sql.run('INSERT INTO item (name) VALUES ($1)', [name]));
    const [first, second] = await Promise.all([bulk(), bulk(), write('a'), write('b')]);
    expect(first + second).toBe(2000);
    expect(await count()).toBe(2002);
  });

  test('inserting leaves turns of the event loop to others', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await database.stage((staging) => stageRows(staging, 100_000));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  test('a bad row fails the message and nothing else', async () => {
    const failed = database.stage(async (staging) => {
      await staging.sql.run('CREATE TEMP TABLE staged (name TEXT NOT NULL)');
      await insert(staging, [['a'], [null]]);
      await staging.sql.all('SELECT name FROM staged');
    });
    await expect(failed).rejects.toThrow(/not.null/i);
    await database.write((sql) => sql.run(`INSERT INTO item (name) VALUES ('x')`));
    expect(await count()).toBe(1);
  });

  test('any text comes through as it is', async () => {
    const texts = ['', '\\', '\\N', 'a\tb', 'a\nb\r\n', '\\.', '"', 'é€😀', '\u0001', "'", ' '];
    const staged = await database.stage(async (staging) => {
      await staging.sql.run('CREATE TEMP TABLE staged (name TEXT, number INTEGER)');
      const writer = staging.rowsInto('staged', ['name', 'number']);
      for (const [index, text] of [...texts, null].entries()) writer.add([text, index]);
      await writer.flush();
      return staging.sql.all<{ name: string | null }>('SELECT name FROM staged ORDER BY number');
    });
    expect(staged.map(({ name }) => name)).toEqual([...texts, null]);
  });
});
