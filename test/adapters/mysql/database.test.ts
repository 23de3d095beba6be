import { sql as raw } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionOptions } from '../../../src/adapters/mysql/connections.ts';
import { type CmsDatabase, openDatabase } from '../../../src/adapters/mysql/database.ts';
import { placeFromUrl } from '../../../src/adapters/mysql/place.ts';
import { findPrefix, readTables, tableProblems } from '../../../src/adapters/mysql/schema.ts';
import { cuttingProxy } from '../../support/database-proxy.ts';
import { mariadb } from '../../support/databases.ts';
import { freePort } from '../../support/listen.ts';
import type { TestDatabase } from '../../support/test-database.ts';

interface Tables {
  item: { id: number; code: string; price: string | null };
}

const server = await mariadb('the database layer of the CMS adapters');

describe.skipIf(!server)('a CMS’s database', () => {
  if (!server) return;
  let database: TestDatabase;
  const opened: { close(): unknown }[] = [];
  beforeAll(async () => {
    database = await server.create();
    return () => database.drop();
  });
  afterEach(async () => {
    for (const one of opened.splice(0).toReversed()) await one.close();
    await database.execute("DROP TABLE IF EXISTS jos_item, jos_other, b_item, plain, `old'); --item`");
  });

  function open(url = database.url, options: ConnectionOptions = {}): CmsDatabase<Tables> {
    const place = placeFromUrl('cms', `cms:${url}`);
    if (!place) throw new Error(`no place: ${url}`);
    const cms = openDatabase<Tables>({ place, prefix: 'jos_', tables: new Set(['item']), ...options });
    opened.push(cms);
    return cms;
  }
  const makeItems = (...codes: readonly string[]) =>
    database.execute(
      'CREATE TABLE jos_item (id INT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(9) UNIQUE, price DECIMAL(17,5)) ENGINE=InnoDB',
      ...codes.map((code) => `INSERT INTO jos_item (code, price) VALUES ('${code}', 1)`),
    );
  const reason = (name: string) => ({ problem: { reason: name } });
  const setPrice = (sql: CmsDatabase<Tables>['read'], id: number, price: string) =>
    sql.updateTable('item').set({ price }).where('id', '=', id).execute();

  it('has the site’s prefix before its tables, and values that stay values', async () => {
    await makeItems();
    const { read } = open();
    const hostile = "'; DROP --";
    await read
      .insertInto('item')
      .values({ id: 1, code: hostile.slice(0, 9), price: '0.10000' })
      .execute();
    const rows = await read
      .selectFrom('item as i')
      .selectAll('i')
      .where('i.code', '=', hostile.slice(0, 9))
      .execute();
    expect(rows).toEqual([{ id: 1, code: "'; DROP -", price: '0.10000' }]);
  });

  it('finds a row by a number through its index', async () => {
    await makeItems('A', 'B', 'C');
    const { read } = open();
    const { rows } = await raw<{
      type: string;
      key: string;
    }>`EXPLAIN SELECT code FROM ${raw.table('item')} WHERE id = ${2}`.execute(read);
    expect(rows).toMatchObject([{ type: 'const', key: 'PRIMARY' }]);
  });

  it('cuts no value: what does not fit is refused, and all that was written with it', async () => {
    await makeItems('A');
    const { write, read } = open();
    const work = write(async (sql) => {
      await setPrice(sql, 1, '2');
      await sql.insertInto('item').values({ id: 2, code: 'much too long', price: null }).execute();
    });
    await expect(work).rejects.toMatchObject({ problem: { reason: 'value_unfit', field: 'code' } });
    expect(await read.selectFrom('item').select('price').execute()).toEqual([{ price: '1.00000' }]);
  });

  it('runs a transaction again that met another one, until both have taken effect', async () => {
    await makeItems('A', 'B');
    const { write, read } = open();
    let runs = 0;
    const crossing = (ids: readonly number[], price: string) =>
      write(async (sql) => {
        runs += 1;
        for (const id of ids) {
          await setPrice(sql, id, price);
          await sql.selectFrom('item').select(raw`SLEEP(0.2)`.as('s')).limit(raw.lit(1)).execute();
        }
      });
    await Promise.all([crossing([1, 2], '5'), crossing([2, 1], '6')]);
    expect(runs).toBeGreaterThan(2);
    const [first, second] = await read.selectFrom('item').select('price').execute();
    expect(first).toEqual(second);
  });

  it('looks again where somebody else has just added the same, and tells two names from one that is never found', async () => {
    await makeItems();
    const { write, read } = open();
    const add = (code: string) =>
      write(async (sql) => {
        const found = await sql.selectFrom('item').select('code').where('code', '=', code).execute();
        const isThere = found.some((row) => row.code === code);
        if (!isThere) await sql.insertInto('item').values({ id: 0, code, price: null }).execute();
        return isThere;
      });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => add('A')));
    expect(outcomes.filter((isThere) => !isThere).length).toBe(1);
    expect((await read.selectFrom('item').select('id').execute()).length).toBe(1);
    await expect(add('a')).rejects.toMatchObject({ problem: { reason: 'reference_collides', value: 'a' } });
  });

  it.each(['before', 'after'] as const)('is away when the network breaks %s a commit', async (moment) => {
    await makeItems('A');
    // The command itself: READ COMMITTED is said to each session.
    const proxy = await cuttingProxy(database.url, '\u0003COMMIT', moment);
    opened.push(proxy);
    const { write } = open(proxy.url);
    await expect(write((sql) => setPrice(sql, 1, '2'))).rejects.toMatchObject(reason('store_unavailable'));
    const price = () => database.cell('SELECT price FROM jos_item');
    await expect.poll(price).toBe(moment === 'before' ? '1.00000' : '2.00000');
  });

  it('goes on after the server has ended its connections', async () => {
    await makeItems('A');
    const cms = open(database.url, { poolSize: 2 });
    await Promise.all([cms.probe(), cms.probe()]);
    const name = new URL(database.url).pathname.slice(1);
    const ids = await raw<{
      id: number;
    }>`SELECT id FROM information_schema.processlist WHERE db = ${name}`.execute(cms.read);
    expect(ids.rows.length).toBe(2);
    for (const { id } of ids.rows) await database.execute(`KILL ${id}`).catch(() => {});
    await expect
      .poll(() =>
        cms.probe().then(
          () => 'answers',
          () => 'away',
        ),
      )
      .toBe('answers');
    await cms.write((sql) => setPrice(sql, 1, '3'));
  });

  it('is away where nobody listens, and refuses a wrong password', async () => {
    const nobody = new URL(database.url);
    nobody.port = String(await freePort());
    await expect(open(nobody.href).probe()).rejects.toMatchObject(reason('store_unavailable'));
    const stranger = new URL(database.url);
    stranger.username = 'nobody-here';
    stranger.password = 'wrong';
    await expect(open(stranger.href).probe()).rejects.toMatchObject(reason('database_refused'));
    const elsewhere = new URL(database.url);
    elsewhere.pathname = '/no_such_database';
    await expect(open(elsewhere.href).probe()).rejects.toMatchObject(reason('database_refused'));
  });

  it('does not wait for a free connection for ever', async () => {
    const cms = open(database.url, { poolSize: 1, patienceMs: 100 });
    let free = (): void => {};
    const held = cms.stage(
      () =>
        new Promise<void>((resolve) => {
          free = resolve;
        }),
    );
    await expect
      .poll(() =>
        cms.probe().then(
          () => '',
          (error: Error) => error.message,
        ),
      )
      .toContain('store_unavailable');
    free();
    await held;
    await cms.probe();
  });

  it('gives a snapshot that no write changes', async () => {
    await makeItems('A');
    const cms = open();
    const seen = await cms.snapshot(async (sql) => {
      const price = () => sql.selectFrom('item').select('price').execute();
      const before = await price();
      await cms.write((other) => setPrice(other, 1, '9'));
      return [before, await price()];
    });
    expect(seen[0]).toEqual(seen[1]);
  });

  it('keeps temporary tables to one connection, beside its transaction', async () => {
    await makeItems('A');
    const cms = open(database.url, { poolSize: 1 });
    await cms.stage(async (staging) => {
      await raw`CREATE TEMPORARY TABLE staged (price DECIMAL(17,5))`.execute(staging.sql);
      await raw`INSERT INTO staged VALUES (7)`.execute(staging.sql);
      await staging.write((sql) =>
        raw`UPDATE ${raw.table('item')} SET price = (SELECT price FROM staged)`.execute(sql),
      );
      await raw`DROP TEMPORARY TABLE staged`.execute(staging.sql);
    });
    expect(await database.cell('SELECT price FROM jos_item')).toBe('7.00000');
  });

  it('tells what its tables lack', async () => {
    await makeItems();
    await database.execute('CREATE TABLE jos_other (a INT) ENGINE=MyISAM', 'CREATE TABLE plain (a INT)');
    const { read } = open();
    expect([...(await readTables(read, 'jos_'))]).toEqual([
      ['item', 'InnoDB'],
      ['other', 'MyISAM'],
    ]);
    expect(await tableProblems(read, 'jos_', { item: ['price', 'colour'], other: [], third: ['x'] })).toEqual(
      [
        { reason: 'cms_tables_missing', value: 'jos_third, jos_item.colour' },
        { reason: 'cms_table_engine', value: 'jos_other' },
      ],
    );
  });

  it('finds the prefix of the one site that is there', async () => {
    const { read } = open();
    await expect(findPrefix(read, 'item')).rejects.toMatchObject(reason('cms_tables_missing'));
    await makeItems();
    await database.execute("CREATE TABLE `old'); --item` (a INT)");
    expect(await findPrefix(read, 'item')).toBe('jos_');
    await database.execute('CREATE TABLE b_item (a INT)');
    await expect(findPrefix(read, 'item')).rejects.toMatchObject({
      problem: { reason: 'cms_prefix_ambiguous', value: 'b_, jos_' },
    });
  });
});
