import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postgresPlace, type TestPlace } from '../../../test/store/dialects.ts';
import { ownPostgres } from '../../../test/store/own-postgres.ts';
import { cuttingProxy } from '../../../test/support/database-proxy.ts';
import { listen } from '../../../test/support/listen.ts';
import type { Database, Sql } from '../database.ts';
import { openPostgres } from './open.ts';

let place: TestPlace;
let database: Database;
const cleaning: (() => unknown)[] = [];

beforeEach(async () => {
  place = await postgresPlace();
  database = await place.open();
  await database.write((sql) =>
    sql.run('CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)'),
  );
});
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
  await database.close();
  await place.remove();
});

const add =
  (name: string) =>
  (sql: Sql): Promise<number> =>
    sql.run('INSERT INTO item (name) VALUES ($1)', [name]);
const names = async (): Promise<readonly string[]> =>
  (await database.read.all<{ name: string }>('SELECT name FROM item ORDER BY id')).map(({ name }) => name);
const unavailable = { problem: { reason: 'store_unavailable' } };
const endSelf = (sql: Sql): Promise<unknown> => sql.get('SELECT pg_terminate_backend(pg_backend_pid())');

async function open(options: Partial<Parameters<typeof openPostgres>[0]>): Promise<Database> {
  const { url, schema = '' } = place.options;
  const opened = await openPostgres({ url, schema, ...options });
  cleaning.push(() => opened.close());
  return opened;
}

describe('the write lock', () => {
  test('is of all processes: a write waits for theirs, readers and merges do not', async () => {
    const theirs = await open({});
    const gate = Promise.withResolvers<void>();
    const first = theirs.write(async (sql) => {
      await add('first')(sql);
      await gate.promise;
    });
    await sleep(50);
    const second = database.write(add('second'));
    await database.stage((staging) => staging.merge(add('merged')));
    expect(await names()).toEqual(['merged']);
    gate.resolve();
    await Promise.all([first, second]);
    expect(await names()).toEqual(['first', 'merged', 'second']);
  });

  test('is waited for no longer than patience lasts, and the next write is in time', async () => {
    const impatient = await open({ patienceMs: 100 });
    const gate = Promise.withResolvers<void>();
    const holding = database.write(() => gate.promise);
    await sleep(50);
    await expect(impatient.write(add('a'))).rejects.toMatchObject(unavailable);
    gate.resolve();
    await holding;
    await impatient.write(add('b'));
    expect(await names()).toEqual(['b']);
  });

  test('keeps ids in the order of commits, so that no list finds a row before its end later', async () => {
    const theirs = await open({});
    const seen: (readonly string[])[] = [];
    let writing = true;
    const watching = (async () => {
      while (writing) seen.push(await names());
    })();
    await Promise.all(
      [database, theirs].flatMap((one, process) =>
        Array.from({ length: 150 }, (_, index) => one.write(add(`${process}-${index}`))),
      ),
    );
    writing = false;
    await watching;
    const last = await names();
    expect(last.length).toBe(300);
    for (const earlier of seen) expect(last.slice(0, earlier.length)).toEqual(earlier);
  });
});

/** A server that is none. Gives its URL. */
async function pretend(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer(onConnection);
  cleaning.push(() => server.close());
  return `postgres://root@127.0.0.1:${await listen(server)}/x`;
}

/** https://www.postgresql.org/docs/current/protocol-message-formats.html */
function protocolMessage(kind: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + content.length);
  return Buffer.concat([Buffer.from(kind), length, Buffer.from(content)]);
}

describe('a lost connection', () => {
  test('before the commit: refused, nothing written, and the next write goes through', async () => {
    const lost = database.write(async (sql) => {
      await add('a')(sql);
      await endSelf(sql);
    });
    await expect(lost).rejects.toMatchObject(unavailable);
    await database.write(add('b'));
    expect(await names()).toEqual(['b']);
  });

  test('while it reads: refused, and the next ones go through', async () => {
    await expect(endSelf(database.read)).rejects.toMatchObject(unavailable);
    await expect(database.snapshot(endSelf)).rejects.toMatchObject(unavailable);
    expect(await database.snapshot(() => names())).toEqual([]);
  });

  test('of a bulk message: nothing written', async () => {
    const lost = database.stage(async (staging) => {
      await staging.sql.run('CREATE TEMP TABLE staged (name TEXT)');
      const writer = staging.rowsInto('staged', ['name']);
      writer.add(['a']);
      await writer.flush();
      await staging.merge(async (sql) => {
        await sql.run('INSERT INTO item (name) SELECT name FROM staged');
        await endSelf(sql);
      });
    });
    await expect(lost).rejects.toMatchObject(unavailable);
    expect(await names()).toEqual([]);
  });

  test.each([
    ['before', []],
    ['after', ['a', 'b']],
  ] as const)('%s the commit reached the server: refused, whatever became of it', async (moment, kept) => {
    // What two works that share a transaction end with; a shop is opened without it.
    const proxy = await cuttingProxy(place.options.url, 'RELEASE work; COMMIT', moment);
    cleaning.push(proxy.close);
    const far = await open({ url: proxy.url });
    const results = await Promise.allSettled([far.write(add('a')), far.write(add('b'))]);
    for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: unavailable });
    // The server may still be at it.
    await database.write(async () => undefined);
    expect(await names()).toEqual(kept);
  });

  test('and a server that is gone and comes back: refused at once, then as before, with nothing opened anew', async () => {
    const server = await ownPostgres();
    cleaning.push(server.remove);
    const own = await open({ url: server.url });
    await own.write((sql) => sql.run('CREATE TABLE item (name TEXT)'));
    await own.write(add('a'));
    await server.stop();
    const staging = own.stage((stage) => stage.sql.get('SELECT 1'));
    const everything = [
      own.write(add('b')),
      own.read.all('SELECT name FROM item'),
      own.snapshot((sql) => sql.all('SELECT name FROM item')),
      staging,
    ];
    for (const result of await Promise.allSettled(everything))
      expect(result).toMatchObject({ status: 'rejected', reason: unavailable });
    await server.start();
    await own.write(add('c'));
    expect(await own.read.all('SELECT name FROM item ORDER BY name')).toEqual([{ name: 'a' }, { name: 'c' }]);
  });

  test('to a host that does not answer: refused when the time for it is over', async () => {
    const url = await pretend(() => undefined);
    await expect(openPostgres({ url, connectTimeoutMs: 100 })).rejects.toMatchObject(unavailable);
  });

  test('in the very breath in which the server lets us in: refused, and the process lives', async () => {
    const said = [
      ['R', '\0\0\0\0'],
      ['Z', 'I'],
      ['E', 'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'],
    ] as const;
    const answer = Buffer.concat(said.map(([kind, content]) => protocolMessage(kind, content)));
    const url = await pretend((socket) => socket.once('data', () => socket.end(answer)));
    await expect(openPostgres({ url })).rejects.toMatchObject(unavailable);
  });
});

describe('a statement', () => {
  test('that takes too long is ended: store_unavailable', async () => {
    const hasty = await open({ statementTimeoutMs: 100 });
    await expect(hasty.read.get('SELECT pg_sleep(10)')).rejects.toMatchObject(unavailable);
    await hasty.write(add('a'));
    expect(await names()).toEqual(['a']);
  });

  test('that fills the disk: store_full', async () => {
    await database.write((sql) =>
      sql.run(
        `CREATE FUNCTION fill_disk() RETURNS int LANGUAGE plpgsql AS 'BEGIN RAISE ''full'' USING ERRCODE = ''disk_full''; END'`,
      ),
    );
    const filling = database.write((sql) => sql.get('SELECT fill_disk()'));
    await expect(filling).rejects.toMatchObject({ problem: { reason: 'store_full' } });
  });

  test('with a key that no index takes is refused alone, by name', async () => {
    const long = Array.from({ length: 2000 }, (_, index) => index.toString(36)).join('');
    const results = await Promise.allSettled([database.write(add('a')), database.write(add(long))]);
    expect(results[1]).toMatchObject({
      reason: { problem: { reason: 'value_too_long', field: 'item_name_key' } },
    });
    expect(await names()).toEqual(['a']);
  });

  test('gives numbers as numbers, sums too, and U+0000 as U+FFFD', async () => {
    await database.write(add('a\0b'));
    expect(await database.read.get('SELECT id, name FROM item')).toEqual({ id: 1, name: 'a\ufffdb' });
    expect(
      await database.read.get('SELECT sum(id) AS sum, count(*) AS n FROM item WHERE name = $1', ['a\0b']),
    ).toEqual({
      sum: 1,
      n: 1,
    });
  });
});

describe('the options', () => {
  test.each([{ schema: 'a"b' }, { schema: 'pg_own' }, { schema: '' }, { poolSize: 0 }])(
    '%o is refused',
    async (options) => {
      const opening = openPostgres({ url: place.options.url, ...options });
      await expect(opening).rejects.toMatchObject({ problem: { reason: 'option_invalid' } });
    },
  );

  test('poolSize bounds the connections of all shops on one database', async () => {
    const application = 'bounded';
    const url = new URL(place.options.url);
    url.searchParams.set('application_name', application);
    const shops: Database[] = [];
    for (const schema of ['one', 'two', 'three'])
      shops.push(await open({ url: url.href, schema, poolSize: 2 }));
    const count = `SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = '${application}'`;
    const counts = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        shops[index % 3]?.read.get<{ n: number }>(`${count} AND ${index} >= 0`),
      ),
    );
    expect(Math.max(...counts.map((row) => row?.n ?? 0))).toBe(2);
    const schemas = await Promise.all(
      shops.map((shop) => shop.read.get('SELECT current_schema() AS schema')),
    );
    expect(schemas).toEqual([{ schema: 'one' }, { schema: 'two' }, { schema: 'three' }]);
  });
});
