import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import { schemaText } from '../../../test/store/schema-text.ts';
import type { Database } from '../database.ts';
import { MIGRATIONS } from './list.ts';
import type { Migration } from './migration.ts';
import { migrate } from './run.ts';

const table = (id: string, name: string): Migration => ({
  id,
  sqlite: [`CREATE TABLE ${name} (id INTEGER)`],
});
const applied = (database: Database) => database.read.all('SELECT id FROM migration ORDER BY id');

test('each migration has a file of its name, and the list is in order without gaps in its files', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => /^\d{4}-.*\.ts$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => name.replace('.ts', ''));
  expect(MIGRATIONS.map(({ id }) => id)).toEqual(files.sort());
});

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  beforeEach(async () => {
    place = await testPlace(dialect);
  });
  afterEach(() => place.remove());

  async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await place.open();
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  test('only what is due is run, once', async () => {
    await withDatabase(async (database) => {
      const one = table('0001-one', 'one');
      expect(await migrate(database, [one])).toEqual(['0001-one']);
      expect(await migrate(database, [one, table('0002-two', 'two')])).toEqual(['0002-two']);
      expect(await migrate(database, [one, table('0002-two', 'two')])).toEqual([]);
    });
  });

  test('a migration that fails leaves the schema as it was', async () => {
    await withDatabase(async (database) => {
      await migrate(database, [table('0001-one', 'one')]);
      const broken: Migration = {
        id: '0003-broken',
        sqlite: ['CREATE TABLE three (id INTEGER)', 'CREATE nonsense'],
      };
      const list = [table('0001-one', 'one'), table('0002-two', 'two'), broken];
      await expect(migrate(database, list)).rejects.toThrow('nonsense');
      expect(await migrate(database, list.slice(0, 2))).toEqual(['0002-two']);
    });
  });

  test('a database of a newer program is refused by name', async () => {
    await withDatabase(async (database) => {
      await migrate(database, [table('0001-one', 'one'), table('9999-future', 'future')]);
      await expect(migrate(database, [table('0001-one', 'one')])).rejects.toMatchObject({
        problem: { reason: 'database_newer', value: '9999-future' },
      });
    });
  });

  test('ten processes that start together on a fresh database all find it ready, each migration run once', async () => {
    const source = `
    const { openStore } = await import(${JSON.stringify(new URL('../open.ts', import.meta.url).href)});
    const store = await openStore(${JSON.stringify(place.options)});
    await store.shop.saveProduct({ reference: String(process.pid), fields: {} }, 'add_product');
    await store.close();`;
    const starters = Array.from({ length: 10 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', source], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    const codes = await Promise.all(starters.map(async (starter) => (await once(starter, 'exit'))[0]));
    expect(codes).toEqual(starters.map(() => 0));
    await withDatabase(async (database) => {
      expect(await applied(database)).toEqual(MIGRATIONS.map(({ id }) => ({ id })));
      expect(await database.read.get('SELECT count(*) AS n FROM product')).toEqual({ n: 10 });
    });
  });

  test('the resulting schema is the committed one (UPDATE_SCHEMA=1 writes it)', async () => {
    const schema = await withDatabase(async (database) => {
      await migrate(database);
      return schemaText[dialect](database);
    });
    const file = join(import.meta.dirname, '..', `schema.${dialect}.sql`);
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, schema);
    expect(schema).toBe(readFileSync(file, 'utf8'));
  });
});
