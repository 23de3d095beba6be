import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { ApiError, type Client, createClient } from '../../src/client/index.ts';
import { addCatalogue, ODD_REFERENCES, PICTURE } from '../support/api-catalogue.ts';
import { addCustomers } from '../support/api-customers.ts';
import { type ApiServer, serveApi } from '../support/api-server.ts';

let server: ApiServer;
let client: Client;
let url: string;
beforeAll(async () => {
  server = await serveApi({ allowed: ['127.0.0.1'] });
  await addCatalogue(server.stores.retail);
  await addCustomers(server.stores.retail);
  url = new URL(server.url).origin;
  client = createClient({ url, token: await server.token('retail', 'admin'), language: 'en' });
});
afterAll(() => server.close());

test('a reply has the type that its route says', async () => {
  const product = await client.get('/products/{reference}', { params: { reference: 'FULL' } });
  expectTypeOf(product.netPrice).toEqualTypeOf<string | undefined>();
  expectTypeOf(product.kind).toEqualTypeOf<'product' | 'variant'>();
  expect(product).toMatchObject({ name: 'Oak table', netPrice: '36.77' });
  const shop = await client.get('/shop');
  expectTypeOf(shop.token.scopes).toEqualTypeOf<('catalogue' | 'read' | 'orders' | 'admin')[]>();
  expect(shop.name).toBe('retail');
});

test('with fields it has those alone', async () => {
  const page = await client.get('/products', { query: { fields: ['reference', 'stock'], limit: 1 } });
  expectTypeOf(page.items).toEqualTypeOf<{ reference: string; stock?: string }[]>();
  expect(page.items).toEqual([{ reference: 'FULL', stock: '12' }]);
  const one = await client.get('/customers/{code}', {
    params: { code: 'C/2' },
    query: { fields: ['code'] },
  });
  expectTypeOf(one).toEqualTypeOf<{ code?: string }>();
  expect(one).toEqual({ code: 'C/2' });
});

test('what a route does not know does not compile', () => {
  // Never called: the compiler looks at it.
  const mistakes = () => [
    // @ts-expect-error: there is no such path
    client.get('/articles'),
    // @ts-expect-error: it takes no POST
    client.post('/products', {}),
    // @ts-expect-error: the parameter is missing
    client.get('/products/{reference}'),
    // @ts-expect-error: there is no such order
    client.get('/products', { query: { sort: 'price' } }),
    // @ts-expect-error: a number, not a text
    client.get('/products', { query: { limit: '10' } }),
    // @ts-expect-error: there is no such field
    client.get('/products', { query: { fields: ['colour'] } }),
    // @ts-expect-error: the body is missing
    client.post('/prices/quote'),
  ];
  expect(mistakes).toBeTypeOf('function');
});

test('every record of a list comes, page after page', async () => {
  const references: string[] = [];
  for await (const { reference } of client.all('/products', { query: { limit: 2, sort: '-id' } }))
    references.push(reference);
  expect(references).toEqual(['FULL', 'BARE', ...ODD_REFERENCES].reverse());
  expect(await Array.fromAsync(client.all('/categories'))).toHaveLength(2);
});

test('names of records are spelled out in addresses', async () => {
  for (const reference of ODD_REFERENCES.filter((name) => name !== '..'))
    expect(await client.get('/products/{reference}', { params: { reference } })).toMatchObject({ reference });
});

test('a body is sent, and a header of a route’s own', async () => {
  const quote = await client.post('/prices/quote', {
    body: { lines: [{ reference: 'FULL', quantity: '2' }] },
  });
  expectTypeOf(quote.netTotal).toEqualTypeOf<string | undefined>();
  expect(quote.netTotal).toBe('73.54');
});

test('a file comes as a Blob', async () => {
  const { image } = await client.get('/products/{reference}', { params: { reference: 'FULL' } });
  const file = await client.get('/images/{sha256}', { params: { sha256: image?.sha256 ?? '' } });
  expectTypeOf(file).toEqualTypeOf<Blob>();
  expect([file.type, file.size]).toEqual(['image/png', PICTURE.length]);
});

describe('a call that fails', () => {
  test('rejects with the problem', async () => {
    const error = await client
      .get('/products', { query: { limit: 1000 } })
      .catch((rejection: unknown) => rejection);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 422,
      code: 'invalid_value',
      problem: { errors: [{ field: 'limit' }] },
      message: expect.stringContaining('"limit"'),
    });
  });

  test('with a wrong token, or too often, says so', async () => {
    const stranger = createClient({ url, token: 'nonsense' });
    await expect(stranger.get('/shop')).rejects.toMatchObject({ status: 401, code: 'unauthorized' });
    const limited = await serveApi({ limits: { requestsPerMinute: 1 } });
    try {
      const token = await limited.token('retail', 'read');
      const busy = createClient({ url: `${new URL(limited.url).origin}/`, token });
      await busy.get('/shop');
      await expect(busy.get('/shop')).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 60 });
    } finally {
      await limited.close();
    }
  });

  test('before it comes to the server has no problem, but its status', async () => {
    const proxy: typeof fetch = async () => new Response('<h1>Bad gateway</h1>', { status: 502 });
    const behind = createClient({ url, token: '', fetch: proxy });
    await expect(behind.get('/shop')).rejects.toMatchObject({ status: 502, problem: undefined });
  });

  test('ends when it is given up', async () => {
    await expect(client.get('/shop', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

test('changes are followed, and webhooks made, changed and removed', async () => {
  const { newest } = await client.get('/changes', { query: { limit: 0 } });
  const { events } = await client.get('/changes', { query: { entities: ['product'], since: newest - 1 } });
  expectTypeOf(events[0]?.operation).toEqualTypeOf<'created' | 'updated' | 'retired' | undefined>();
  expect(events.length).toBeLessThan(2);
  const body = { url: 'https://127.0.0.1/hook', kinds: ['order', 'product.created'] } as const;
  const { id, secret } = await client.post('/webhooks', { body: { ...body, kinds: [...body.kinds] } });
  expectTypeOf(secret).toEqualTypeOf<string>();
  const params = { id };
  expect(await client.patch('/webhooks/{id}', { params, body: { enabled: false } })).toMatchObject({
    enabled: false,
  });
  expect(await Array.fromAsync(client.all('/webhooks'))).toHaveLength(1);
  const nothing = await client.delete('/webhooks/{id}', { params });
  expectTypeOf(nothing).toEqualTypeOf<undefined>();
  expect(nothing).toBeUndefined();
  await expect(client.get('/webhooks/{id}', { params })).rejects.toMatchObject({ code: 'unknown_reference' });
  const { fields } = await client.get('/products/{reference}/provenance', {
    params: { reference: 'FULL' },
  });
  expect(fields.stock).toMatchObject({ by: 'erp', owned: false });
});
