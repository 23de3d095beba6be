import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { addToken } from '../../src/shop/manage-tokens.ts';
import { openStore } from '../../src/store/open.ts';
import { type ServerProcess, startServer, storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

let server: ServerProcess;
afterEach(() => server.kill());

interface Told {
  readonly statuses: number[];
  refusals: number;
}

/** Calls over one kept connection until the server takes no more. */
async function callUntilRefused(url: URL, headers: Record<string, string>, told: Told): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = (): Promise<number> =>
    new Promise((resolve, reject) => {
      request(url, { agent, headers }, (response) => {
        response.on('error', reject);
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.resume();
      })
        .on('error', reject)
        .end();
    });
  try {
    for (;;) told.statuses.push(await call());
  } catch {
    told.refusals += 1;
  } finally {
    agent.destroy();
  }
}

test('a server that stops answers every call of the API that it took', async () => {
  const data = temporaryFolder();
  const settings = { logLevel: 'debug', api: { requestsPerMinute: 1_000_000 } };
  writeFileSync(join(data, 'passerelle.config.json'), JSON.stringify(settings));
  server = await startServer(data);
  const store = await openStore(storeIn(data));
  const { token } = await addToken(store.backoffice, { label: '', scopes: ['read'], timeZone: 'UTC' });
  await store.close();
  const told: Told = { statuses: [], refusals: 0 };
  const headers = { authorization: `Bearer ${token}` };
  const url = new URL('/api/v1/shop', server.url);
  const clients = Array.from({ length: 8 }, () => callUntilRefused(url, headers, told));
  await expect.poll(() => told.statuses.length).toBeGreaterThan(100);
  await server.stop();
  await Promise.all(clients);
  expect(new Set(told.statuses)).toEqual(new Set([200]));
  expect(told.refusals).toBe(8);
  // What was not answered was refused before anything of it was done.
  const taken = server.log().match(/"route":"getShop"/g) ?? [];
  expect(told.statuses.length).toBe(taken.length);
  expect(server.log()).toMatch(/"cutOff":0,"msg":"stopped"/);
  expect(server.exitCode()).toBe(0);
});
