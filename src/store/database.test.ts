import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../test/store/dialects.ts';
import type { Database, Sql } from './database.ts';

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  let database: Database;

  beforeEach(async () => {
    place = await testPlace(dialect);
    database = await place.open(2000);
    await database.write((sql) =>
      sql.run('CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)'),
    );
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const add =
    (name: string) =>
    (sql: Sql): Promise<number> =>
      sql.run('INSERT INTO item (name) VALUES ($1)', [name]);
  const count = async (sql: Sql): Promise<number> =>
    (await sql.get<{ n: number }>('SELECT count(*) AS n FROM item'))?.n ?? -1;
  const names = async (): Promise<readonly string[]> =>
    (await database.read.all<{ name: string }>('SELECT name FROM item ORDER BY id')).map(({ name }) => name);

  describe('group commit', () => {
    test('works that wait at the same time share one transaction, in the order in which they came', async () => {
      const seen = await Promise.all(
        ['a', 'b', 'c'].map((name) =>
          database.write(async (sql) => {
            await add(name)(sql);
            return [await count(sql), await count(database.read)];
          }),
        ),
      );
      // Each sees those before it, and nobody outside sees any of them yet.
      expect(seen).toEqual([
        [1, 0],
        [2, 0],
        [3, 0],
      ]);
      expect(await names()).toEqual(['a', 'b', 'c']);
    });

    test('one that throws is rolled back alone, whatever it had done', async () => {
      const results = await Promise.allSettled([
        database.write(add('a')),
        database.write(async (sql) => {
          await add('b')(sql);
          throw new Error('no');
        }),
        database.write(add('a')),
        database.write(add('c')),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect(await names()).toEqual(['a', 'c']);
    });

    test('one that throws on its own is rolled back, and the next one works', async () => {
      await expect(
        database.write(async (sql) => {
          await add('a')(sql);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await database.write(add('b'));
      expect(await names()).toEqual(['b']);
    });

    test('more works than a batch holds are all written, once each', async () => {
      await Promise.all(Array.from({ length: 1000 }, (_, index) => database.write(add(`n${index}`))));
      expect(new Set(await names()).size).toBe(1000);
    });

    test('close writes what waits, and refuses what comes later', async () => {
      const writes = Promise.all([database.write(add('a')), database.writeLater(add('b'), 60_000)]);
      const closed = database.close();
      await expect(database.write(add('c'))).rejects.toMatchObject({ code: 'store_unavailable' });
      await Promise.all([writes, closed]);
      database = await place.open();
      expect(await names()).toEqual(['a', 'b']);
    });
  });

  /** A write alone takes along only what has waited for a while. */
  const grown = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

  describe('writeLater', () => {
    test('comes along with the next commit that changes something', async () => {
      let written = false;
      const later = database.writeLater(add('later'), 60_000).then(() => {
        written = true;
      });
      await database.write((sql) => sql.get('SELECT 1'));
      expect(written).toBe(false);
      await grown();
      await database.write(add('a'));
      await later;
      expect(await names()).toEqual(['a', 'later']);
    });

    test('writes by itself when nobody comes', async () => {
      await database.writeLater(add('later'), 10);
      expect(await names()).toEqual(['later']);
    });

    test('never fails those that it joins by its own error', async () => {
      const failing = database.writeLater(async () => {
        throw new Error('no');
      }, 60_000);
      const refused = expect(failing).rejects.toThrow('no');
      await grown();
      await database.write(add('a'));
      await refused;
      expect(await names()).toEqual(['a']);
    });
  });

  describe('reading', () => {
    test('a snapshot sees one state while others write', async () => {
      const counts = await database.snapshot(async (sql) => {
        const before = await count(sql);
        const written = database.write(add('a'));
        await written;
        return [before, await count(sql), await count(database.read)];
      });
      expect(counts).toEqual([0, 0, 1]);
      expect(await database.snapshot(count)).toBe(1);
    });

    test('a snapshot that throws does not stop the next one', async () => {
      const failed = database.snapshot(async () => {
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect(await database.snapshot(count)).toBe(0);
    });

    test('the read connection cannot write', async () => {
      await expect(database.read.run(`INSERT INTO item (name) VALUES ('x')`)).rejects.toMatchObject({
        code: 'store_unavailable',
      });
    });
  });
});
