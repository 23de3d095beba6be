import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiRoute } from '../../src/api/route.ts';
import { ROUTES } from '../../src/api/routes.ts';
import { newUser } from '../../src/console/accounts/new-user.ts';
import { CONSOLE_ROUTES } from '../../src/console/routes.ts';
import type { ConsoleRole } from '../../src/shop/console-accounts.ts';
import { addCatalogue, PICTURE } from '../support/api-catalogue.ts';
import { addOrders } from '../support/api-orders.ts';
import { type ApiServer, serveApi } from '../support/api-server.ts';
import { type ConsolePage, openPage, PASSWORD } from '../support/console-page.ts';

let server: ApiServer;
let pages: Readonly<Record<ConsoleRole, ConsolePage>>;
beforeAll(async () => {
  server = await serveApi();
  await addOrders(server.stores.retail);
  await addCatalogue(server.stores.retail);
  const { backoffice } = server.stores.retail;
  const logIn = async (role: ConsoleRole): Promise<ConsolePage> => {
    const page = openPage(server.origin);
    await backoffice.addUser(
      await newUser({ name: role, role, language: 'en', password: PASSWORD }, Date.now()),
    );
    await page.call('/console/session', { method: 'POST', body: { name: role, password: PASSWORD } });
    return page;
  };
  pages = {
    viewer: await logIn('viewer'),
    operator: await logIn('operator'),
    admin: await logIn('admin'),
  };
});
afterAll(() => server.close());

const trail = async (limit = 1) => (await server.stores.retail.backoffice.actions({ limit })).items;
const state = { method: 'POST', body: { state: 'sent' } };

describe('a role', () => {
  const routes: readonly (readonly [string, ApiRoute])[] = Object.entries(ROUTES);

  test('a viewer reads everything, and changes nothing', async () => {
    const { viewer } = pages;
    for (const path of ['/shop', '/orders', '/exchanges', '/runs', '/webhooks', '/customers'])
      expect([path, (await viewer.json(`/api/v1${path}`))[0]]).toEqual([path, 200]);
    const [status, quote] = await viewer.json('/api/v1/prices/quote', {
      method: 'POST',
      body: { lines: [{ reference: 'NONE', quantity: '1' }] },
    });
    expect([status, quote]).toMatchObject([404, { reason: 'reference_unknown' }]);
    const changing = routes.filter(([name, { method }]) => method !== 'get' && name !== 'quotePrices');
    expect(changing.length).toBeGreaterThan(8);
    for (const [name, { method, path }] of changing)
      expect([
        name,
        await viewer.json(`/api/v1${path.replaceAll(/\{\w+\}/g, 'OPEN')}`, {
          method: method.toUpperCase(),
          body: {},
        }),
      ]).toMatchObject([name, [403, { code: 'forbidden', reason: 'role_insufficient' }]]);
    expect(await trail()).toMatchObject([
      {
        user: 'viewer',
        outcome: 'refused',
        reason: 'role_insufficient',
        shop: 'retail',
        remoteAddress: '127.0.0.1',
      },
    ]);
  });

  test('an operator keeps the link going, and no more', async () => {
    const { operator } = pages;
    expect((await operator.json('/api/v1/orders/OPEN/state', state))[0]).toBe(200);
    expect(await trail()).toMatchObject([
      { user: 'operator', action: 'setOrderState', subject: 'OPEN', shop: 'retail', outcome: 'done' },
    ]);
    expect(await operator.json('/api/v1/orders/NONE/state', state)).toMatchObject([404, {}]);
    expect(await trail()).toMatchObject([{ subject: 'NONE', outcome: 'refused', reason: 'order_unknown' }]);
    const body = { url: 'https://127.0.0.1/x' };
    expect(await operator.json('/api/v1/webhooks', { method: 'POST', body })).toMatchObject([
      403,
      { reason: 'role_insufficient' },
    ]);
    expect(await operator.json('/console/users')).toMatchObject([403, { reason: 'role_insufficient' }]);
  });

  test('an operator replays exchanges and takes them away, and the trail says which', async () => {
    const { operator } = pages;
    const text = async (path: string, body: object) =>
      (await operator.call(`/api/v1${path}`, { method: 'POST', body })).text();
    expect(await text('/exchanges/exchange-1/replay', {})).toContain('"kind":"end"');
    expect(await trail()).toMatchObject([
      { user: 'operator', action: 'replayExchange', subject: 'exchange-1', outcome: 'done' },
    ]);
    const [status, made] = await operator.json('/api/v1/exchanges/exchange-1/replay-for-real', {
      method: 'POST',
      body: {},
    });
    const { after } = made as { after: { id: string } };
    expect([status, await trail()]).toMatchObject([
      201,
      [{ action: 'replayExchangeForReal', subject: after.id, outcome: 'done' }],
    ]);
    await text('/replays', { exchanges: ['exchange-1', after.id, 'nobody'] });
    expect(await trail()).toMatchObject([{ action: 'replayExchanges', subject: 'exchange-1 +2' }]);
    await text('/bundles', { select: { resource: 'orders' }, personalData: true });
    expect(await trail()).toMatchObject([
      { action: 'bundleExchanges', subject: 'personalData {"resource":"orders"}', outcome: 'done' },
    ]);
    const lost = { method: 'POST', body: {} };
    expect((await operator.json('/api/v1/exchanges/nobody/replay-for-real', lost))[0]).toBe(404);
    expect(await trail()).toMatchObject([
      { subject: 'nobody', outcome: 'refused', reason: 'exchange_unknown' },
    ]);
  });

  test('what is for admins is refused to all others, whatever they send', async () => {
    const forAdmins = Object.entries(CONSOLE_ROUTES).filter(([, { role }]) => role === 'admin');
    expect(forAdmins.length).toBeGreaterThan(9);
    for (const [name, { method, path }] of forAdmins)
      for (const role of ['viewer', 'operator'] as const) {
        const call = { method: method.toUpperCase(), ...(method !== 'get' && { body: {} }) };
        const [status] = await pages[role].json(`/console${path.replaceAll(/\{\w+\}/g, 'admin')}`, call);
        expect([name, role, status]).toEqual([name, role, 403]);
      }
    expect(await pages.admin.json('/console/users')).toMatchObject([
      200,
      { items: [{ name: 'admin' }, { name: 'operator' }, { name: 'viewer' }] },
    ]);
  });

  test('a viewer changes nothing but what is his own, whatever routes there are', async () => {
    const own = ['changePassword', 'changeLanguage'];
    const isChange = ({ method }: { readonly method: string }) => method !== 'get';
    const changing = Object.entries(CONSOLE_ROUTES).filter(([, route]) => isChange(route));
    const open = changing.filter(([, { role }]) => role === undefined).map(([name]) => name);
    expect(open).toEqual(['setUp', 'logIn', 'logOut']);
    for (const [name, { method, path }] of changing) {
      if (open.includes(name) || own.includes(name)) continue;
      const call = { method: method.toUpperCase(), body: {} };
      const [status] = await pages.viewer.json(`/console${path.replaceAll(/\{\w+\}/g, 'admin')}`, call);
      expect([name, status]).toEqual([name, 403]);
    }
  });

  test('no call of a page of another site is taken, of no route', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const reading = ['getSession'];
    const places = [
      ...routes.map(([name, route]) => [name, route, '/api/v1'] as const),
      ...Object.entries(CONSOLE_ROUTES).map(([name, route]) => [name, route, '/console'] as const),
    ];
    for (const [name, { method, path }, base] of places) {
      if (reading.includes(name)) continue;
      const call = { method: method.toUpperCase(), headers, ...(method !== 'get' && { body: {} }) };
      const [status] = await pages.admin.json(`${base}${path.replaceAll(/\{\w+\}/g, 'x')}`, call);
      expect([name, status]).toEqual([name, 403]);
    }
  });

  test('a name of a user cannot be markup', async () => {
    const body = { name: '<b>anna</b>', role: 'viewer', language: 'en', password: PASSWORD };
    expect(await pages.admin.json('/console/users', { method: 'POST', body })).toMatchObject([
      422,
      { reason: 'user_name_invalid' },
    ]);
  });

  test('that changes is another one with the next call', async () => {
    const change = (role: ConsoleRole) =>
      pages.admin.json('/console/users/viewer', { method: 'PATCH', body: { role } });
    expect(await change('operator')).toMatchObject([200, { name: 'viewer', role: 'operator' }]);
    expect((await pages.viewer.json('/api/v1/orders/OPEN/state', state))[0]).toBe(200);
    expect((await change('viewer'))[0]).toBe(200);
    expect((await pages.viewer.json('/api/v1/orders/OPEN/state', state))[0]).toBe(403);
  });

  test('the last admin can neither be removed nor become less', async () => {
    const own = '/console/users/admin';
    expect(await pages.admin.json(own, { method: 'DELETE' })).toMatchObject([409, { reason: 'last_admin' }]);
    expect(await pages.admin.json(own, { method: 'PATCH', body: { role: 'viewer' } })).toMatchObject([
      409,
      {},
    ]);
    expect(await pages.admin.json('/console/users/nobody', { method: 'DELETE' })).toMatchObject([
      404,
      { reason: 'user_unknown' },
    ]);
  });
});

describe('a request from elsewhere', () => {
  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a page that hides where it is', { origin: 'null' }],
  ])('from %s is refused, with cookie and mark, and changes nothing', async (_, headers) => {
    const refused = [403, { reason: 'request_foreign' }];
    const { admin } = pages;
    const before = await admin.json('/api/v1/orders/OPEN');
    expect(await admin.json('/api/v1/orders/OPEN/state', { ...state, headers })).toMatchObject(refused);
    expect(await admin.json('/console/keys', { method: 'POST', body: {}, headers })).toMatchObject(refused);
    const login = { name: 'admin', password: PASSWORD };
    expect(await admin.json('/console/session', { method: 'POST', body: login, headers })).toMatchObject(
      refused,
    );
    expect(await admin.json('/api/v1/orders/OPEN')).toEqual(before);
  });

  test('by a form has no mark: it is refused, whatever its type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json'])
      for (const path of [
        ...['/api/v1/orders/OPEN/state', '/console/users', '/console/session'],
        ...['/api/v1/exchanges/exchange-1/replay-for-real', '/api/v1/replays', '/api/v1/bundles'],
      ]) {
        const response = await fetch(`${server.origin}${path}`, {
          method: 'POST',
          body: '{"state":"sent"}',
          headers: {
            'content-type': type,
            cookie: pages.admin.cookie ?? '',
            'sec-fetch-site': 'same-origin',
          },
        });
        expect([path, type, response.status]).toEqual([path, type, 403]);
      }
  });

  test('shows a page’s images by the cookie alone, and nothing else', async () => {
    const cookie = pages.viewer.cookie ?? '';
    const read = (path: string, site: string): Promise<Response> =>
      fetch(`${server.origin}/api/v1${path}`, { headers: { cookie, 'sec-fetch-site': site } });
    const image = `/images/${hash('sha256', PICTURE)}`;
    const shown = await read(image, 'same-origin');
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await read(image, 'cross-site')).status).toBe(403);
    expect((await read('/orders', 'same-origin')).status).toBe(403);
  });

  test('with a token too goes by the token', async () => {
    const token = await server.token('wholesale', 'catalogue');
    const headers = { authorization: `Bearer ${token}` };
    expect(await pages.admin.json('/api/v1/shop', { headers })).toMatchObject([200, { name: 'wholesale' }]);
    expect(await pages.admin.json('/api/v1/orders', { headers })).toMatchObject([
      401,
      { reason: 'token_refused' },
    ]);
    expect(await pages.admin.json('/console/users', { headers })).toMatchObject([
      401,
      { reason: 'session_ended' },
    ]);
  });
});

test('a header chooses the shop; an unknown one is told', async () => {
  const shop = (name: string) =>
    pages.viewer.json('/api/v1/shop', { headers: { 'x-passerelle-shop': name } });
  expect(await shop('wholesale')).toMatchObject([200, { name: 'wholesale', token: { id: 'user:viewer' } }]);
  expect(await shop('nowhere')).toMatchObject([404, { reason: 'shop_unknown' }]);
});

test('keys and tokens are of the chosen shop, and told once', async () => {
  const { admin } = pages;
  const headers = { 'x-passerelle-shop': 'wholesale' };
  const [made, key] = await admin.json('/console/keys', {
    method: 'POST',
    body: { label: 'ERP 2' },
    headers,
  });
  expect([made, key]).toMatchObject([201, { label: 'ERP 2', key: expect.stringMatching(/^[a-z2-7]{32}$/) }]);
  const [{ id, sha256 } = { id: '', sha256: '' }] = await server.stores.wholesale.backoffice.keys();
  expect(await trail()).toMatchObject([
    { action: 'createAccessKey', subject: id, shop: 'wholesale', outcome: 'done' },
  ]);
  const listed = await admin.json('/console/keys', { headers });
  expect(listed).toMatchObject([200, { items: [{ id, label: 'ERP 2', isConfigured: false }] }]);
  expect(JSON.stringify(listed)).not.toContain(sha256);
  expect(await admin.json('/console/keys')).toEqual([200, { items: [] }]);
  const revoke = () => admin.json(`/console/keys/${id}`, { method: 'DELETE', headers });
  expect((await revoke())[0]).toBe(204);
  await admin.call('/console/tokens', { method: 'POST', body: { scopes: ['read'] } });
  expect(await trail()).toMatchObject([{ action: 'createToken', shop: 'retail' }]);
  const lost = { method: 'DELETE', headers: { 'x-passerelle-shop': 'x'.repeat(1000) } };
  expect(await admin.json('/console/keys/1', lost)).toMatchObject([404, { reason: 'shop_unknown' }]);
  expect((await admin.json(`/console/users/${'x'.repeat(900)}`, { method: 'DELETE' }))[0]).toBe(404);
  expect((await trail())[0]?.subject?.length).toBe(80);
  expect(await revoke()).toMatchObject([404, { reason: 'access_key_unknown' }]);
  const body = { label: 'configuration', scopes: [] };
  expect(await admin.json('/console/tokens', { method: 'POST', body, headers })).toMatchObject([
    422,
    { errors: [{ field: 'label' }, { field: 'scopes' }] },
  ]);
  const [, token] = await admin.json('/console/tokens', {
    method: 'POST',
    body: { scopes: ['read', 'read'] },
    headers,
  });
  expect(token).toMatchObject({ scopes: ['read'], token: expect.stringMatching(/^pst_/) });
});

test('the trail tells who did what, newest first, page by page, and never a password', async () => {
  const { admin } = pages;
  const body = { name: 'Zoé', role: 'viewer', language: 'fr', password: 'a long password' };
  expect((await admin.json('/console/users', { method: 'POST', body }))[0]).toBe(201);
  expect(await admin.json('/console/users', { method: 'POST', body })).toMatchObject([
    409,
    { reason: 'user_exists' },
  ]);
  const [, first] = await admin.json('/console/audit?limit=2');
  expect(first).toMatchObject({
    items: [
      { user: 'admin', action: 'addUser', outcome: 'refused', reason: 'user_exists' },
      { user: 'admin', action: 'addUser', outcome: 'done', subject: 'zoé' },
    ],
    next: expect.any(Number),
  });
  const { next } = first as { next: number };
  const [, second] = await admin.json(`/console/audit?limit=500&after=${next}`);
  expect(second).not.toHaveProperty('next');
  expect(JSON.stringify([first, second])).not.toContain('password"');
  expect(JSON.stringify(server.calls)).not.toContain('a long password');
});
