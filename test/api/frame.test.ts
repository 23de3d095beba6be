import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ApiToken } from '../../src/shop/api-tokens.ts';
import { keyDigest } from '../../src/shop/new-secrets.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

let server: ApiServer;
let read: string;
let orders: string;
beforeAll(async () => {
  server = await serveApi();
  read = await server.token('retail', 'read');
  orders = await server.token('retail', 'orders');
});
afterAll(() => server.close());

/** What must not differ between two refusals: everything but the request's own id and the time. */
async function told(response: Response) {
  const { requestId, ...body } = await jsonOf(response);
  const { date: _, 'x-request-id': id, ...headers } = Object.fromEntries(response.headers);
  expect(requestId).toBe(id);
  return { status: response.status, headers, text: JSON.stringify(body) };
}

/** What a shop knows of a token. */
async function stored(shop: 'retail' | 'wholesale', token: string): Promise<ApiToken> {
  const tokens = await server.stores[shop].backoffice.tokens();
  const found = tokens.find(({ sha256 }) => sha256 === keyDigest(token));
  if (!found) throw new Error('no such token');
  return found;
}

describe('a token', () => {
  test('decides the shop', async () => {
    const wholesale = await server.token('wholesale', 'read', 'orders');
    const replies = await Promise.all([read, wholesale].map((token) => server.call(token, '/shop')));
    expect(await Promise.all(replies.map((reply) => reply.json()))).toMatchObject([
      { name: 'retail', language: 'en', timeZone: 'Europe/Paris', token: { scopes: ['read'] } },
      { name: 'wholesale', token: { scopes: ['read', 'orders'] } },
    ]);
  });

  test('with the scope admin may do everything', async () => {
    const admin = await server.token('retail', 'admin');
    expect((await server.call(admin, '/shop')).status).toBe(200);
  });

  test('that is missing, unknown, revoked or lacks the scope is refused in the same words, and waited for', async () => {
    const revoked = await server.token('retail', 'read');
    expect((await server.call(revoked, '/shop')).status).toBe(200);
    const { backoffice } = server.stores.retail;
    const { id, createdAt } = await stored('retail', revoked);
    await backoffice.revokeToken(id, createdAt);
    server.passTime(2);

    const waitedFor = server.delayed.length;
    const refusals = await Promise.all(
      [undefined, 'nonsense', `${read}x`, revoked, orders].map(async (token) =>
        told(await server.call(token, '/shop')),
      ),
    );
    expect(refusals[0]).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer', 'content-type': 'application/problem+json; charset=utf-8' },
    });
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(server.delayed.length - waitedFor).toBe(4);
  });

  test('has its last use noted, in hours', async () => {
    const token = await server.token('wholesale', 'read');
    await server.call(token, '/shop');
    await expect
      .poll(async () => (await stored('wholesale', token)).lastUsedAt)
      .toMatch(/^\d{4}-\d\d-\d\d \d\d:00:00$/);
  });
});

describe('a problem', () => {
  test('names every field that is wrong, in the caller’s language', async () => {
    const response = await server.call(read, '/shop?colour=red&size=2', {
      headers: { 'accept-language': 'de, fr;q=0.9', 'x-request-id': 'mine-1' },
    });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-language')).toBe('fr');
    expect(await response.json()).toMatchObject({
      type: '/api/v1/reference#invalid_value',
      title: 'Invalid value',
      status: 422,
      code: 'invalid_value',
      reason: 'parameters_refused',
      errors: [
        { field: 'colour', reason: 'parameter_unknown' },
        { field: 'size', reason: 'parameter_unknown' },
      ],
      requestId: 'mine-1',
    });
  });

  test('is short, however much of a call is wrong', async () => {
    const roomy = await serveApi({ limits: { bodyBytes: 1_000_000 } });
    const reader = await roomy.token('retail', 'read');
    const names = Array.from({ length: 20_000 }, (_, index) => [`key-${index}`, 1]);
    const wrong = [
      Object.fromEntries(names),
      { lines: [Object.fromEntries(names)] },
      { lines: Array.from({ length: 500 }, () => ({ a: 1, b: 2 })) },
      { [`long-${'x'.repeat(100_000)}`]: 1 },
    ];
    for (const body of wrong) {
      const response = await roomy.call(reader, '/prices/quote', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      expect([response.status, text.length < 50_000]).toEqual([422, true]);
      const { errors, detail } = z
        .object({ errors: z.array(z.unknown()), detail: z.string() })
        .parse(JSON.parse(text));
      expect(errors.length).toBeLessThanOrEqual(100);
      if (errors.length === 100) expect(detail).toMatch(/ And 90 more\.$/);
    }
    const fields = await roomy.call(reader, `/products?fields=${'x,'.repeat(5_000)}`);
    expect((await fields.text()).length).toBeLessThan(200_000);
    await roomy.close();
  });

  test('tells where there is nothing, and which methods an address takes', async () => {
    const nothing = await server.call(read, '/nothing/here');
    expect([nothing.status, await nothing.json()]).toMatchObject([404, { code: 'unknown_resource' }]);
    const post = await server.call(read, '/shop', { method: 'POST', body: '{}' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await post.json()).toMatchObject({ code: 'wrong_method', status: 405 });
  });

  test('of a fault of ours tells its request alone, and the fault goes to the log', async () => {
    const { backoffice } = server.stores.retail;
    const tokens = Object.getOwnPropertyDescriptor(backoffice, 'tokens');
    Object.assign(backoffice, { tokens: () => Promise.reject(new Error('secret detail')) });
    server.passTime(2);
    const response = await server.call(read, '/shop');
    Object.defineProperty(backoffice, 'tokens', tokens ?? {});
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(server.calls.at(-1)).toMatchObject({ status: 500, error: new Error('secret detail') });
    server.passTime(2);
  });
});

describe('a reply', () => {
  test('is sent once: who has it already is told so', async () => {
    const first = await server.call(read, '/shop');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await server.call(read, '/shop', { headers: { 'if-none-match': known } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const changed = await server.call(read, '/shop', { headers: { 'if-none-match': '"other"' } });
    expect(changed.status).toBe(200);
  });

  test('has an id: the caller’s, or a made one where that is none', async () => {
    const idOf = async (given: string): Promise<string | null> =>
      (await server.call(read, '/shop', { headers: { 'x-request-id': given } })).headers.get('x-request-id');
    expect(await idOf('abc-1')).toBe('abc-1');
    expect(await idOf('a b')).toMatch(/^request-\d+$/);
    expect(await idOf('a'.repeat(65))).toMatch(/^request-\d+$/);
  });

  test('to HEAD has the same headers and no body', async () => {
    const head = await server.call(read, '/shop', { method: 'HEAD' });
    const get = await server.call(read, '/shop');
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
      200,
      '',
      get.headers.get('etag'),
    ]);
  });

  test('is recorded with its route, shop and token, never with what opens it', async () => {
    await server.call(read, '/shop');
    expect(server.calls.at(-1)).toMatchObject({
      method: 'GET',
      route: 'getShop',
      shop: 'retail',
      status: 200,
      remoteAddress: '127.0.0.1',
    });
    await server.call('nonsense', '/shop');
    expect(server.calls.at(-1)).toMatchObject({ route: 'getShop', status: 401 });
    expect(server.calls.at(-1)).not.toHaveProperty('shop');
    expect(JSON.stringify(server.calls)).not.toContain(read);
  });
});

test('a request that is no HTTP/1.1 harms nobody', async () => {
  const { port, hostname } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.end('GET /api/v1/shop HTTP/1.0\r\n\r\n');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  await once(socket, 'close');
  expect(text).toContain('401');
});

describe('a token’s calls', () => {
  test('have a limit a minute, told in the headers; another token has its own', async () => {
    const limited = await serveApi({ limits: { requestsPerMinute: 3 } });
    try {
      const [one, other] = [await limited.token('retail', 'read'), await limited.token('retail', 'read')];
      const statuses = [];
      for (let count = 0; count < 4; count++) statuses.push((await limited.call(one, '/shop')).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const refused = await limited.call(one, '/shop');
      expect(Object.fromEntries(refused.headers)).toMatchObject({
        'ratelimit-policy': '"token";q=3;w=60',
        ratelimit: expect.stringMatching(/^"token";r=0;t=\d+$/),
        'retry-after': expect.stringMatching(/^(?:1\d|20)$/),
      });
      expect(await refused.json()).toMatchObject({ code: 'rate_limited', reason: 'rate_exceeded' });
      expect((await limited.call(other, '/shop')).status).toBe(200);
      limited.passTime(20);
      expect((await limited.call(one, '/shop')).status).toBe(200);
    } finally {
      await limited.close();
    }
  });
});

describe('a page of another origin', () => {
  const preflight = (served: ApiServer, origin: string): Promise<Response> =>
    served.call(undefined, '/shop', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    });

  test('may not call, unless its origin is configured', async () => {
    expect(
      (await preflight(server, 'https://shop.example')).headers.get('access-control-allow-origin'),
    ).toBeNull();
    const open = await serveApi({ corsOrigins: ['https://shop.example'] });
    try {
      const { status, headers } = await preflight(open, 'https://shop.example');
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe('https://shop.example');
      expect(headers.get('access-control-allow-headers')).toContain('Authorization');
      expect(
        (await preflight(open, 'https://evil.example')).headers.get('access-control-allow-origin'),
      ).toBeNull();
      const token = await open.token('retail', 'read');
      const reply = await open.call(token, '/shop', { headers: { origin: 'https://shop.example' } });
      expect(reply.headers.get('access-control-allow-origin')).toBe('https://shop.example');
      expect(reply.headers.get('access-control-expose-headers')).toContain('Link');
      expect(reply.headers.get('vary')).toContain('Origin');
    } finally {
      await open.close();
    }
  });
});

describe('what everybody may read', () => {
  test('is the document, by its ETag', async () => {
    const document = await server.call(undefined, '/openapi.json');
    expect([document.status, (await jsonOf(document)).openapi]).toEqual([200, '3.1.1']);
    const etag = document.headers.get('etag') ?? '';
    const again = await server.call(undefined, '/openapi.json', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('is the reference page, which loads nothing from anywhere', async () => {
    const page = await server.call(undefined, '/reference');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const text = await page.text();
    expect(text).toContain('GET /shop');
    expect(text).not.toMatch(/\b(?:src|href)="(?:https?:)?\/\//);
    expect(text).not.toContain('<script');
  });
});
