import { writeFileSync } from 'node:fs';
import { connect, createServer, type Server as NetServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { type Server, serve } from '../../src/cli/serve/serve.ts';
import { postgres } from '../support/databases.ts';
import { post } from '../support/form.ts';
import { listen } from '../support/listen.ts';
import { temporaryFolder } from '../support/temporary.ts';
import type { TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let relay: Relay;
let server: Server;
const folder = temporaryFolder(afterAll);

beforeAll(async () => {
  database = await (await postgres()).create();
  relay = await createRelay(database.url);
}, 60_000);
afterAll(async () => {
  await server.stop();
  relay.cut();
  await database.drop();
});

interface Relay {
  readonly url: string;
  cut(): void;
  join(): Promise<void>;
}

/** A network to the database that can be cut and joined again; nothing listens while it is cut. */
async function createRelay(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let listener: NetServer | undefined;
  const open = (port?: number): Promise<number> => {
    listener = createServer((client) => {
      const upstream = connect(Number(target.port || 5432), target.hostname);
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on('error', () => {});
      }
      client.pipe(upstream).pipe(client);
    });
    return listen(listener, port);
  };
  const port = await open();
  const cut = (): void => {
    listener?.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  cut();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href, cut, join: async () => void (await open(port)) };
}

const ready = async (): Promise<readonly [number, string]> => {
  const response = await fetch(`${new URL(server.url).origin}/readyz`);
  return [response.status, await response.text()];
};

async function until(status: number): Promise<void> {
  while ((await ready())[0] !== status) await new Promise((resolve) => setTimeout(resolve, 50));
}

const list = (key: string, path = '') =>
  post(`${server.url}${path}`, [
    ['key', key],
    ['resource', 'products_list'],
  ]);

test('a server starts without its database, serves what it can, and recovers from every loss of it', async () => {
  const shops = [
    { name: 'far', store: relay.url, keys: ['f'] },
    { name: 'near', keys: ['n'] },
  ];
  writeFileSync(
    join(folder, 'passerelle.config.json'),
    JSON.stringify({ port: 0, logLevel: 'silent', shops }),
  );
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  server = await serve(configuration, { print: () => {} });

  expect(await ready()).toEqual([503, 'not ready; no answer from the store of: far\n']);
  expect((await list('f')).status).toBe(503);
  expect((await list('f', '/far')).status).toBe(503);
  expect((await list('n')).status).toBe(200);
  expect((await list('n', '/near')).text).toContain('products_list');

  await relay.join();
  await until(200);
  expect((await list('f')).status).toBe(200);

  relay.cut();
  await until(503);
  expect((await list('f', '/far')).status).toBe(503);
  expect((await list('n')).status).toBe(200);

  await relay.join();
  await until(200);
  expect((await list('f')).status).toBe(200);
}, 60_000);
