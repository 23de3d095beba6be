import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRemoteShop } from '../../src/connector/remote/remote-shop.ts';
import type { Database } from '../../src/store/database.ts';
import { MIGRATIONS } from '../../src/store/migrations/list.ts';
import { postgresPlace, shopSettings, type TestPlace } from '../store/dialects.ts';
import { kept, keptOneByOne } from '../store/kept.ts';
import { openWithOrders, type Step, stepsOf } from '../store/shared-work.ts';
import { KEY } from '../support/endpoint.ts';
import { post } from '../support/form.ts';
import { type ServerProcess, type ServerSettings, startServer } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

let folder: string;
let place: TestPlace;
let database: Database;
const servers: ServerProcess[] = [];
beforeEach(async () => {
  folder = temporaryFolder();
  place = await postgresPlace();
  database = await place.open();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await database.close();
  await place.remove();
});

/** All at the same moment, before one database. */
async function start(count: number, settings: Omit<ServerSettings, 'shop'> = {}): Promise<void> {
  const starting = Array.from({ length: count }, async (_, number) => {
    const data = join(folder, `server-${number}`);
    mkdirSync(data);
    servers.push(await startServer(data, { ...settings, shop: shopSettings(place) }));
  });
  for (const outcome of await Promise.allSettled(starting)) expect(outcome.status).toBe('fulfilled');
}

const WRITERS = [0, 1, 2].map((writer) => stepsOf(writer, () => 'merge'));

/** A connector at one of the servers: each list of steps follows its order, the lists run at the same time. */
async function write(lists: readonly (readonly Step[])[], server: ServerProcess | undefined): Promise<void> {
  const shop = createRemoteShop({ url: server?.url ?? '', key: KEY });
  await Promise.all(
    lists.map(async (steps) => {
      for (const step of steps) await step(shop);
    }),
  );
  await shop.close();
}

test('three servers, a connector at each: what one after another would have left, and no deadlock', {
  timeout: 180_000,
}, async () => {
  const store = await openWithOrders(place.options);
  await start(3);
  await Promise.all(WRITERS.map((lists, writer) => write(lists, servers[writer])));
  expect(await kept(store.shop, store.backoffice)).toEqual(await keptOneByOne(WRITERS));
  await store.close();
  await Promise.all(servers.map((server) => server.stop()));
  expect(servers.map((server) => server.log().match(/.*"(?:refused|failed)".*/g) ?? [])).toEqual([
    [],
    [],
    [],
  ]);
  // A session tells the server of its deadlocks when it ends.
  const asked = 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()';
  expect(await database.read.all(asked)).toEqual([{ deadlocks: 0 }]);
});

test('ten servers start together on an empty database: one migrates it, one makes the key, all know it', {
  timeout: 180_000,
}, async () => {
  await start(10, { key: '' });
  const keys = servers.flatMap(({ output }) => /^Key \(shown this once.*: (\w+)$/m.exec(output)?.[1] ?? []);
  expect(keys).toHaveLength(1);
  const [key = ''] = keys;
  const replies = await Promise.all(
    servers.map(({ url, pid }) =>
      post(url, [
        ['key', key],
        ['resource', 'add_product'],
        ['reference', `P${pid}`],
      ]),
    ),
  );
  expect(replies.filter(({ text }) => !text.includes('<add_product/>'))).toEqual([]);
  expect(await database.read.all('SELECT id FROM migration ORDER BY id')).toEqual(
    MIGRATIONS.map(({ id }) => ({ id })),
  );
  expect(await database.read.get('SELECT count(*) AS n FROM product')).toEqual({ n: 10 });
});
