import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, postgresPlace, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import { schemaText } from '../../../test/store/schema-text.ts';
import { readTables } from '../copy/catalogue.ts';
import { countRows } from '../copy/pages.ts';
import type { Database } from '../database.ts';
import { openPostgres } from '../postgres/open.ts';
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

  test('rows are there afterwards where a migration says that it seeds them, and nowhere else', async () => {
    const filled = await withDatabase(async (database) => {
      await migrate(database);
      const names: string[] = [];
      for (const table of await readTables(database.read, database.catalogue))
        if ((await countRows(database.read, table)) > 0) names.push(table.name);
      return names;
    });
    expect(filled.sort()).toEqual(['migration', ...MIGRATIONS.flatMap(({ seeds = [] }) => seeds)].sort());
  });

  test('the resulting schema is the committed one (else run: UPDATE_SCHEMA=1 npx vitest run src/store/migrations)', async () => {
    const schema = await withDatabase(async (database) => {
      await migrate(database);
      return schemaText[dialect](database);
    });
    const file = join(import.meta.dirname, '..', `schema.${dialect}.sql`);
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, schema);
    expect(schema).toBe(readFileSync(file, 'utf8'));
  });
});

describe('on PostgreSQL alone', () => {
  let place: TestPlace;
  let database: Database;
  beforeEach(async () => {
    place = await postgresPlace();
    database = await openPostgres({ ...place.options, statementTimeoutMs: 100 });
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  /** All columns of all tables, as far as they are not what the store's own words mean. */
  const STRANGE = `SELECT relname || '.' || attname AS name, format_type(atttypid, atttypmod) AS type, collname AS collation
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid LEFT JOIN pg_collation ON pg_collation.oid = attcollation
    WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace AND attnum > 0 AND NOT attisdropped
      AND NOT (atttypid = 'text'::regtype AND collname = 'C') AND NOT atttypid IN ('bigint'::regtype, 'double precision'::regtype)`;

  test('texts of all tables are compared byte by byte, numbers are as wide as on SQLite', async () => {
    await migrate(database);
    expect(await database.read.all(STRANGE)).toEqual([]);
  });

  test('a column that is added is like one of a new table', async () => {
    const added: Migration = {
      id: '0002-added',
      sqlite: [
        'ALTER TABLE one ADD COLUMN name TEXT',
        `ALTER TABLE one ADD COLUMN place INTEGER NOT NULL DEFAULT 0`,
        'ALTER TABLE one\n  ADD COLUMN weight REAL',
      ],
    };
    await migrate(database, [table('0001-one', 'one'), added]);
    expect(await database.read.all(STRANGE)).toEqual([]);
  });

  test('a migration may take longer than any other statement', async () => {
    const slow: Migration = { id: '0001-slow', sqlite: [], postgres: ['SELECT pg_sleep(0.5)'] };
    await expect(database.read.all('SELECT pg_sleep(0.5)')).rejects.toMatchObject({
      code: 'store_unavailable',
    });
    expect(await migrate(database, [slow])).toEqual(['0001-slow']);
  });
});
