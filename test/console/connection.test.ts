import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { loadSample } from '../../src/cli/import/sample.ts';
import { withShop } from '../../src/cli/open-shop.ts';
import { type Server, serve } from '../../src/cli/serve/serve.ts';
import { shopSideOf } from '../../src/composition/opened-shop.ts';
import { type ConsolePage, openPage, PASSWORD } from '../support/console-page.ts';
import { post } from '../support/form.ts';
import { temporaryFolder } from '../support/temporary.ts';

const KEY = 'the-key';
const folder = temporaryFolder(afterAll);
const printed: string[] = [];
let server: Server;
let page: ConsolePage;
beforeAll(async () => {
  writeFileSync(
    join(folder, 'passerelle.config.json'),
    JSON.stringify({
      port: 0,
      logLevel: 'silent',
      shops: [{ name: 'retail', keys: [KEY], importableStates: ['payee'], finalState: 'importee' }],
    }),
  );
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  await withShop(configuration.shops[0], (opened) =>
    loadSample({ shop: opened.shop, shopSide: shopSideOf(opened) }),
  );
  server = await serve(configuration, { print: (line) => printed.push(line) });
  page = openPage(new URL(server.url).origin);
});
afterAll(() => server.stop());

test('the start tells where the console is and the code, with which somebody sets it up', async () => {
  const [, url = '', code] =
    /^Console: (\S+) {2}\(setup code: ([a-z2-7-]+)\)$/m.exec(printed.join('\n')) ?? [];
  expect(url).toBe(`${new URL(server.url).origin}/console`);
  const body = { code, name: 'anna', password: PASSWORD, language: 'en' };
  expect(await page.json('/console/session/setup', { method: 'POST', body })).toMatchObject([201, {}]);
});

test('the connection says how the ERP reaches the shop, and when it last did', async () => {
  expect((await page.json('/console/connection'))[1]).not.toHaveProperty('lastExchange');
  await post(server.url, [
    ['key', KEY],
    ['resource', 'products_list'],
    ['limit', '0,1'],
  ]);
  await expect
    .poll(() => page.json('/console/connection'))
    .toMatchObject([
      200,
      {
        shop: 'retail',
        paths: ['/webservice', '/webservice/retail'],
        profile: 'v3',
        orderStates: { importable: ['payee'], final: 'importee' },
        store: expect.stringMatching(/^sqlite:/),
        isForeign: false,
        capabilities: { orders: true },
        lastExchange: { resource: 'products_list', outcome: 'success' },
      },
    ]);
});

type Line = Readonly<Record<string, unknown>> & { readonly kind: string };

async function check(on: string): Promise<readonly Line[]> {
  const response = await page.call('/console/connection/check', { method: 'POST', body: { on } });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/jsonl; charset=utf-8',
  ]);
  return (await response.text())
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
}

/** What a shop has, and what the ERP is told of it. */
async function stateOfShop(): Promise<unknown> {
  const read = async (path: string) => (await page.json(`/api/v1${path}`))[1];
  return Promise.all(
    ['/products?limit=500', '/orders?limit=500', '/customers?limit=500', '/exchanges', '/runs'].map(read),
  );
}

test.each(['shop', 'sample'])(
  'a check on the %s tells how far it is, then its report; the shop stays as it is',
  async (on) => {
    const before = await stateOfShop();
    const lines = await check(on);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines[0]).toMatchObject({ kind: 'progress', done: 1 });
    expect(lines.at(-1)).toMatchObject({ kind: 'report', passed: true, report: { write: on === 'sample' } });
    expect(await stateOfShop()).toEqual(before);
  },
);

test('a check that nobody waits for any more ends, and leaves nothing', async () => {
  const scratch = temporaryFolder();
  vi.stubEnv('TMPDIR', scratch);
  onTestFinished(() => void vi.unstubAllEnvs());
  const response = await page.call('/console/connection/check', { method: 'POST', body: { on: 'sample' } });
  const reader = response.body?.getReader();
  await reader?.read();
  expect(readdirSync(scratch).length).toBe(2);
  await reader?.cancel();
  await expect.poll(() => readdirSync(scratch)).toEqual([]);
  // The next one gets its turn.
  expect((await check('shop')).at(-1)).toMatchObject({ kind: 'report' });
});

test('a viewer may not check; what is no place to check is told', async () => {
  const body = { name: 'vera', role: 'viewer', language: 'en', password: PASSWORD };
  await page.json('/console/users', { method: 'POST', body });
  const viewer = openPage(new URL(server.url).origin);
  await viewer.json('/console/session', { method: 'POST', body: { name: 'vera', password: PASSWORD } });
  const asked = { method: 'POST', body: { on: 'shop' } };
  expect(await viewer.json('/console/connection/check', asked)).toMatchObject([
    403,
    { reason: 'role_insufficient' },
  ]);
  expect(await page.json('/console/connection/check', { method: 'POST', body: { on: 'x' } })).toMatchObject([
    422,
    {},
  ]);
});

test('a server without a console has none of its addresses, and does not speak of it', async () => {
  const elsewhere = temporaryFolder();
  writeFileSync(
    join(elsewhere, 'passerelle.config.json'),
    JSON.stringify({ port: 0, logLevel: 'silent', console: { enabled: false } }),
  );
  const configuration = await loadConfiguration({
    folder: elsewhere,
    environment: {},
    terminalLanguage: 'en',
  });
  const lines: string[] = [];
  const other = await serve(configuration, { print: (line) => lines.push(line) });
  try {
    const { origin } = new URL(other.url);
    expect((await fetch(`${origin}/console/session`)).status).toBe(404);
    const stranger = openPage(origin, `passerelle_session=${'x'.repeat(43)}`);
    expect(await stranger.json('/api/v1/shop')).toMatchObject([401, { reason: 'token_refused' }]);
    expect(lines.join()).not.toMatch(/console/i);
  } finally {
    await other.stop();
  }
});
