import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { type Server, serve } from '../../src/cli/serve/serve.ts';
import { newUser } from '../../src/console/accounts/new-user.ts';
import { addToken } from '../../src/shop/manage-tokens.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { jsonOf } from '../support/api-server.ts';
import { openPage, PASSWORD } from '../support/console-page.ts';
import { post } from '../support/form.ts';
import { storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { sheet } from '../transforms/sheet-kinds.ts';

const KEY = 'the-key';
const folder = temporaryFolder(afterAll);
const INDEX = join(import.meta.dirname, '..', '..', 'src', 'index.ts');

/** As somebody's own code: one that also writes whenever an order is read. */
const DECORATOR = `import { decorate } from '${INDEX}';
export default (shop) => decorate(shop, {
  async readOrder(id, origin) {
    const read = await shop.readOrder(id, origin);
    await shop.saveTracking(id, 'by the decorator', origin).catch(() => {});
    return { ...read, carrier: 'Par décorateur' };
  },
});`;
const TRANSFORMS = `import { defineTransforms } from '${INDEX}';
export default defineTransforms({ afterOrder: (order) => ({ ...order, customer: { ...order.customer, lastName: 'Par transformation' } }) });`;
const SHEET = sheet(
  `<xsl:template match="livreur"><livreur><xsl:value-of select="."/> et par feuille</livreur></xsl:template>`,
);

let server: Server;
let store: Store;
let token: string;
beforeAll(async () => {
  mkdirSync(join(folder, 'sheets'));
  writeFileSync(join(folder, 'sheets', 'orders.reply.xsl'), SHEET);
  writeFileSync(join(folder, 'decorator.ts'), DECORATOR);
  writeFileSync(join(folder, 'transforms.ts'), TRANSFORMS);
  const shop = {
    name: 'shop',
    keys: [KEY],
    profile: 'kit-2015',
    decorators: [{ module: './decorator.ts' }],
    transforms: ['./transforms.ts'],
    sheets: './sheets',
    fieldMaps: { orderStates: { paid: '2' } },
  };
  writeFileSync(
    join(folder, 'passerelle.config.json'),
    JSON.stringify({ port: 0, logLevel: 'silent', language: 'en', shops: [shop] }),
  );
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  store = await openStore(storeIn(join(folder, 'data')));
  for (const id of ['1', '2']) await store.backoffice.placeOrder({ ...order(id), state: 'paid' });
  ({ token } = await addToken(store.backoffice, { label: '', scopes: ['orders'], timeZone: 'UTC' }));
  server = await serve(configuration, { print: () => {} });
});
afterAll(async () => {
  await server.stop();
  await store.close();
});

async function shown(
  id: string,
): Promise<readonly [status: number, body: Readonly<Record<string, unknown>>]> {
  const url = `${new URL(server.url).origin}/api/v1/orders/${id}/message`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return [response.status, await jsonOf(response)];
}
test('the connection tells how the ERP calls the states', async () => {
  const page = openPage(new URL(server.url).origin);
  await store.backoffice.addUser(
    await newUser({ name: 'lou', role: 'viewer', language: 'en', password: PASSWORD }, Date.now()),
  );
  await page.call('/console/session', { method: 'POST', body: { name: 'lou', password: PASSWORD } });
  expect(await page.json('/console/connection')).toMatchObject([
    200,
    { profile: 'kit-2015', orderStates: { names: { paid: '2' } } },
  ]);
});

const ask = async (resource: string, id: string): Promise<string> =>
  (
    await post(server.url, [
      ['key', KEY],
      ['resource', resource],
      ['id', id],
    ])
  ).text;

/** All that reading an order for the ERP would leave behind. */
async function traces() {
  const { backoffice } = store;
  return [
    await backoffice.order('1'),
    await backoffice.newestChange(),
    (await Array.fromAsync(backoffice.exchanges({}))).flat().length,
  ];
}

test('an order is shown as the ERP would get it, to the byte, and stays as it was', async () => {
  const before = await traces();
  const [status, { xml, warnings }] = await shown('1');
  expect([status, warnings]).toEqual([200, []]);
  expect(await traces()).toEqual(before);
  for (const said of ['Par décorateur et par feuille', 'Par transformation']) expect(xml).toContain(said);
  expect(await ask('orders', '1')).toBe(xml);
  await expect.poll(traces).not.toEqual(before);
});

test('one that the ERP has is shown too, and stays with it', async () => {
  const read = await ask('orders', '2');
  await ask('set_order_exported', '2');
  const confirmed = await store.backoffice.order('2');
  expect(confirmed).toMatchObject({ confirmedAt: expect.any(String) });
  const [, { xml }] = await shown('2');
  expect(xml).toBe(read);
  expect(await store.backoffice.order('2')).toEqual(confirmed);
});

test('one that there is not is told', async () => {
  expect(await shown('3')).toMatchObject([404, { reason: 'order_unknown' }]);
});
