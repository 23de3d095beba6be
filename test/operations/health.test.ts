import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { type Server, serve } from '../../src/cli/serve/serve.ts';
import { post } from '../support/form.ts';
import { temporaryFolder } from '../support/temporary.ts';

let folder: string;
let server: Server;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await server.stop();
});

async function start(settings: object = {}): Promise<string> {
  const shops = [
    { name: 'retail', keys: ['r'] },
    { name: 'trade', keys: ['t'] },
  ];
  const content = { port: 0, logLevel: 'silent', shops, ...settings };
  writeFileSync(join(folder, 'passerelle.config.json'), JSON.stringify(content));
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  server = await serve(configuration, { print: () => {} });
  return new URL(server.url).origin;
}

const ask = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, text: await response.text() };
};

test('a server whose stores answer lives and is ready', async () => {
  const base = await start();
  expect(await ask(`${base}/healthz`)).toEqual({ status: 200, text: 'ok\n' });
  expect(await ask(`${base}/readyz`)).toEqual({ status: 200, text: 'ready\n' });
  expect((await ask(`${base}/nothing`)).status).toBe(404);
});

test('exchanges of each shop are in /metrics, whatever strangers send', async () => {
  const base = await start();
  await post(`${base}/webservice/trade`, [
    ['key', 't'],
    ['resource', 'products_list'],
  ]);
  await post(`${base}/webservice`, [
    ['key', 't'],
    ['resource', 'made_up'],
  ]);
  const { status, text } = await ask(`${base}/metrics`);
  expect(status).toBe(200);
  expect(text).toContain(
    'passerelle_exchanges_total{shop="trade",resource="products_list",outcome="success"} 1',
  );
  expect(text).toContain('passerelle_exchanges_total{shop="trade",resource="unknown",outcome="refused"} 1');
  expect(text).toContain('passerelle_shop_up{shop="retail"} 1');
  expect(text).toContain('passerelle_calls_under_way 1');
  expect(text).not.toContain('made_up');
});

test('/metrics is told to nobody whom a proxy speaks for, but to who has the token', async () => {
  const base = await start({ metrics: { token: 'secret' } });
  const forwarded = { 'x-forwarded-for': '192.0.2.1' };
  expect((await ask(`${base}/metrics`, forwarded)).status).toBe(401);
  expect((await ask(`${base}/metrics`, { ...forwarded, authorization: 'Bearer secret' })).status).toBe(200);
});
