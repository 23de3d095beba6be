import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KEY, type ServedEndpoint, serveEndpoint } from '../support/endpoint.ts';
import { multipart, post } from '../support/form.ts';

let served: ServedEndpoint;
beforeEach(async () => {
  served = await serveEndpoint();
});
afterEach(() => served.close());

const PRODUCT = '<connecteur><reference>A1</reference><nom>Lampe</nom><stock>5</stock></connecteur>';
const DONE = /<connecteur><add_product\/><\/connecteur>/;
const stockOf = async (reference: string) => (await served.memory.reader.product(reference))?.fields.stock;

test('data may come before key, resource and compression', async () => {
  const reply = await post(served.url, [
    ['data', PRODUCT],
    ['compression', '0'],
    ['resource', 'add_product'],
    ['key', KEY],
  ]);
  expect(reply.text).toMatch(DONE);
  expect(await stockOf('A1')).toBe('5');
});

test('key and resource may stand in the XML alone', async () => {
  const xml = PRODUCT.replace('<reference>', `<resource>add_product</resource><key>${KEY}</key><reference>`);
  expect((await post(served.url, [['data', xml]])).text).toMatch(DONE);
  expect(await stockOf('A1')).toBe('5');
  expect((await served.memory.reader.product('A1'))?.customFields).toEqual({});
});

test('everything may come as POST variables, without any XML', async () => {
  const reply = await post(served.url, [
    ['key', KEY],
    ['resource', 'add_product'],
    ['reference', 'A1'],
    ['stock', '7'],
    ['url', 'https://shop.example/webservice'],
  ]);
  expect(reply.text).toMatch(DONE);
  expect(await stockOf('A1')).toBe('7');
});

test('urlencoded forms and Content-Encoding are read too', async () => {
  const body = new URLSearchParams({ key: KEY, resource: 'add_product', data: PRODUCT }).toString();
  const reply = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' },
    body: gzipSync(body),
  });
  expect(await reply.text()).toMatch(DONE);
});

test('the XML wins over a POST variable that differs; an empty XML value does not', async () => {
  const xml = '<connecteur><reference>A1</reference><tva>5.50</tva><stock/></connecteur>';
  await post(served.url, [
    ['key', KEY],
    ['resource', 'add_product'],
    ['data', xml],
    ['tva', '20.00'],
    ['stock', '3'],
  ]);
  expect((await served.memory.reader.product('A1'))?.fields).toMatchObject({ taxRate: '5.5', stock: '3' });
});

test('a resource in the XML wins over the one in POST', async () => {
  const xml = PRODUCT.replace('<reference>', '<resource>add_product</resource><reference>');
  const reply = await post(served.url, [
    ['key', KEY],
    ['resource', 'products_list'],
    ['data', xml],
  ]);
  expect(reply.text).toMatch(DONE);
});

test.each(['products_list', 'update_product'])(
  'a resource in the XML is read by its own shape, whatever %s would make of it',
  async (resource) => {
    const xml =
      '<connecteur><resource>add_product</resource><reference>A1</reference><traductions><en><nom>Lamp</nom></en></traductions></connecteur>';
    const reply = await post(served.url, [
      ['key', KEY],
      ['resource', resource],
      ['data', xml],
    ]);
    expect(reply.text).toMatch(DONE);
    const product = await served.memory.reader.product('A1');
    expect(product?.translations).toMatchObject({ en: { name: 'Lamp' } });
  },
);

test('a bulk resource in the XML wins too', async () => {
  const reply = await post(served.url, [
    ['key', KEY],
    ['resource', 'add_product'],
    [
      'data',
      '<clients><resource>add_customer</resource><client><codetiers>C1</codetiers><nom>Lampe</nom><email>a@b.example</email></client></clients>',
    ],
  ]);
  expect(reply.text).toMatch(/<connecteur><add_customer\/><\/connecteur>/);
  expect(served.exchanges).toMatchObject([{ resource: 'add_customer', records: 1 }]);
});

test('two different keys are an error, even when one is right', async () => {
  const xml = PRODUCT.replace('<reference>', '<key>another</key><reference>');
  const reply = await post(served.url, [
    ['key', KEY],
    ['resource', 'add_product'],
    ['data', xml],
  ]);
  expect(reply).toMatchObject({ status: 200, text: expect.stringContaining('Two different keys') });
  expect(await served.memory.reader.product('A1')).toBeUndefined();
});

test.each([
  ['no key', [['resource', 'products_list']], 'No key'],
  [
    'a wrong key',
    [
      ['key', 'x'],
      ['resource', 'products_list'],
    ],
    'Wrong key',
  ],
  ['no resource', [['key', KEY]], 'No resource'],
  [
    'an unknown resource',
    [
      ['key', KEY],
      ['resource', 'delete_all'],
    ],
    'Unknown resource "delete_all"',
  ],
  [
    'no reference',
    [
      ['key', KEY],
      ['resource', 'add_product'],
      ['nom', 'x'],
    ],
    '"reference" is required',
  ],
] as const)('%s is answered with HTTP 200 and one readable error', async (_, parts, sentence) => {
  const reply = await post(served.url, parts);
  expect(reply.status).toBe(200);
  expect(reply.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  expect(reply.text).toMatch(/<connecteur><error>[^<]+<\/error><\/connecteur>/);
  expect(reply.text).toContain(sentence);
});

test('only a wrong key is made to wait, and no payload of a stranger is kept', async () => {
  await post(served.url, [
    ['key', 'x'],
    ['resource', 'add_product'],
    ['data', PRODUCT],
  ]);
  expect(served.delayed).toEqual(['127.0.0.1']);
  await post(served.url, [
    ['key', KEY],
    ['resource', 'add_product'],
    ['data', PRODUCT],
  ]);
  expect(served.delayed).toHaveLength(1);
  expect(served.exchanges.map(({ request }) => request)).toEqual([undefined, PRODUCT]);
});

test('the journal masks the key, in POST and inside the XML', async () => {
  const xml = PRODUCT.replace('<reference>', `<key>${KEY}</key><reference>`);
  await post(served.url, [
    ['data', xml],
    ['resource', 'add_product'],
  ]);
  await post(served.url, [
    ['key', KEY],
    ['resource', 'add_product'],
    ['reference', 'B'],
    ['nom', `my ${KEY}`],
  ]);
  expect(served.exchanges).toHaveLength(2);
  expect(JSON.stringify(served.exchanges)).not.toContain(KEY);
});

test('a GET is answered by a short page without secrets, other methods by 405', async () => {
  const page = await fetch(served.url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('webservice');
  expect((await fetch(served.url, { method: 'DELETE' })).status).toBe(405);
});

test('a reply is text/xml in UTF-8', async () => {
  const { headers, body } = multipart([
    ['key', KEY],
    ['resource', 'products_list'],
  ]);
  const reply = await fetch(served.url, { method: 'POST', headers, body });
  expect(reply.headers.get('content-type')).toBe('text/xml; charset=utf-8');
});

test('X-Forwarded-For counts only from a trusted proxy', async () => {
  const proxied = await serveEndpoint({ trustedProxies: ['127.0.0.0/8'] });
  const { headers, body } = multipart([['key', 'wrong']]);
  const init = { method: 'POST', headers: { ...headers, 'x-forwarded-for': '6.6.6.6, 203.0.113.9' }, body };
  await fetch(served.url, init);
  await fetch(proxied.url, init);
  await proxied.close();
  expect(served.delayed).toEqual(['127.0.0.1']);
  expect(proxied.delayed).toEqual(['203.0.113.9']);
});
