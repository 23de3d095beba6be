import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { type EndpointChanges, KEY, type ServedEndpoint, serveEndpoint } from '../support/endpoint.ts';
import { multipart, post } from '../support/form.ts';
import { postHead, rawClient } from '../support/raw-client.ts';

let served: ServedEndpoint;
const start = async (changes?: EndpointChanges): Promise<void> => {
  served = await serveEndpoint(changes);
};
afterEach(() => served.close());

const addProduct = (data: string | Uint8Array, compression = '0') =>
  post(served.url, [
    ['key', KEY],
    ['resource', 'add_product'],
    ['compression', compression],
    ['data', data],
  ]);
const isAlive = async (): Promise<void> => {
  const reply = await post(served.url, [
    ['key', KEY],
    ['resource', 'products_list'],
  ]);
  expect(reply.text).toContain('products_list');
};

const DEEP = 10_000;

test.each([
  ['XML cut in the middle', '<connecteur><reference>A1</reference><nom>Lam', 'line 1'],
  ['a mismatched tag', '<connecteur><gammes></connecteur>', 'line 1'],
  ['no XML at all', 'reference=A1', 'XML'],
  ['a number that is none', '<connecteur><reference>A1</reference><stock>many</stock></connecteur>', 'A1'],
  [
    '10,000 levels',
    `<connecteur><gammes>${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}</gammes></connecteur>`,
    'deep',
  ],
  ['a name of 2 MB', `<connecteur><${'n'.repeat(2 << 20)}>1</x></connecteur>`, 'long'],
  ['two documents', '<connecteur><reference>A1</reference></connecteur><connecteur/>', 'second'],
])('%s is refused with the place and changes nothing', async (_, xml, word) => {
  await start();
  const reply = await addProduct(xml);
  expect(reply.status).toBe(200);
  expect(reply.text).toMatch(/<error>[^<]+<\/error>/);
  expect(reply.text).toContain(word);
  expect(await served.memory.reader.product('A1')).toBeUndefined();
});

test('an entity bomb is never expanded', async () => {
  await start();
  const bomb = `<!DOCTYPE b [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`;
  await addProduct(`${bomb}<connecteur><reference>A1</reference><nom>&b;&b;</nom></connecteur>`);
  expect((await served.memory.reader.product('A1'))?.fields.name).toBe('&b;&b;');
});

test('a file on this machine is never read', async () => {
  await start();
  const doctype = '<!DOCTYPE c [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
  await addProduct(`${doctype}<connecteur><reference>A1</reference><nom>&f;</nom></connecteur>`);
  expect((await served.memory.reader.product('A1'))?.fields.name).toBe('&f;');
});

test('a compressed bomb stops at the limit of the decompressed size', async () => {
  await start({ limits: { decompressedBytes: 1 << 20 } });
  const bomb = deflateSync(Buffer.alloc(64 << 20, 'a'));
  expect((await addProduct(bomb, '1')).text).toContain('1048576');
  await isAlive();
});

test('a bomb in Content-Encoding stops at the limit of the body', async () => {
  await start({ limits: { bodyBytes: 1 << 20 } });
  const { headers, body } = multipart([
    ['key', KEY],
    ['data', 'a'.repeat(64 << 20)],
  ]);
  const reply = await fetch(served.url, {
    method: 'POST',
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(body),
  });
  expect(await reply.text()).toContain('1048576');
  await isAlive();
});

test.each([
  ['bytes that no zlib wrote', Buffer.from('not compressed'), '1'],
  [
    'a compression cut short',
    deflateSync('<connecteur><reference>A1</reference></connecteur>').subarray(0, 30),
    '1',
  ],
  ['an unknown compression', Buffer.from('<connecteur/>'), '9'],
])('%s is refused', async (_, bytes, compression) => {
  await start();
  expect((await addProduct(bytes, compression)).text).toMatch(/<error>[^<]*ompress/);
  expect(await served.memory.reader.product('A1')).toBeUndefined();
});

test('a body over the limit is answered, not just cut off', async () => {
  await start({ limits: { bodyBytes: 100_000 } });
  expect((await addProduct('x'.repeat(200_000))).text).toContain('100000');
});

test('an image that is none is refused alone', async () => {
  await start();
  await addProduct(
    '<connecteur><reference>A1</reference><nom>Lampe</nom><image>bm90IGFuIGltYWdl</image></connecteur>',
  );
  expect((await served.memory.reader.product('A1'))?.fields.name).toBe('Lampe');
  expect(served.exchanges[0]?.warnings.map(({ reason }) => reason)).toEqual(['image_refused']);
});

test('data that waits for its key is spooled, and used once the key is right', async () => {
  await start();
  const filler = `<!--${'x'.repeat(3 << 20)}-->`;
  const reply = await post(served.url, [
    ['data', `<connecteur>${filler}<reference>A1</reference></connecteur>`],
    ['key', KEY],
    ['resource', 'add_product'],
  ]);
  expect(reply.text).toContain('<add_product/>');
});

test('more than the spool holds is refused', async () => {
  await start({ limits: { spoolBytesPerRequest: 2 << 20 } });
  const reply = await post(served.url, [
    ['data', 'x'.repeat(8 << 20)],
    ['key', KEY],
  ]);
  expect(reply.text).toMatch(/before "data"/);
  await isAlive();
});

test('a client that vanishes in the middle of a body changes nothing', async () => {
  await start();
  const { headers, body } = multipart([
    ['key', KEY],
    ['resource', 'add_customer'],
    ['data', '<clients><client><codetiers>C1</codetiers></client></clients>'],
  ]);
  const client = await rawClient(served.port);
  client.send(postHead({ ...headers, 'content-length': body.length }));
  client.send(body.subarray(0, body.length - 20));
  await new Promise((resolve) => setTimeout(resolve, 100));
  client.vanish();
  await vi.waitFor(() => expect(served.exchanges).toHaveLength(1));
  expect(served.exchanges[0]).toMatchObject({ outcome: 'refused', problem: { reason: 'body_incomplete' } });
  expect(await Array.fromAsync(served.memory.reader.customers())).toEqual([]);
});

test('a form without its end changes nothing', async () => {
  await start();
  const { headers, body } = multipart([
    ['key', KEY],
    ['resource', 'add_customer'],
    ['data', '<clients><client><codetiers>C1</codetiers></client></clients>'],
  ]);
  const reply = await fetch(served.url, { method: 'POST', headers, body: body.subarray(0, -4) });
  expect(await reply.text()).toContain('<error>');
  expect(await Array.fromAsync(served.memory.reader.customers())).toEqual([]);
});

test('a body that stops coming is given up, with a reply', async () => {
  await start({ idleSeconds: 0.2 });
  const client = await rawClient(served.port);
  client.send(postHead({ 'content-type': 'multipart/form-data; boundary=x', 'content-length': 1000 }));
  client.send('--x\r\n');
  await vi.waitFor(() => expect(served.exchanges).toHaveLength(1));
  expect(served.exchanges[0]?.problem?.reason).toBe('body_too_slow');
  expect(await client.received()).toContain('<error>Request too slow');
});

test('a client that vanishes in the middle of a reply leaves the server well', async () => {
  await start();
  for (let number = 0; number < 20_000; number++)
    await served.memory.shop.saveProduct({ reference: `REFERENCE-${number}`, fields: {} }, 'add_product');
  const { headers, body } = multipart([
    ['key', KEY],
    ['resource', 'products_list'],
  ]);
  const client = await rawClient(served.port);
  client.send(postHead({ ...headers, 'content-length': body.length }));
  client.send(body);
  await new Promise((resolve) => setTimeout(resolve, 20));
  client.vanish();
  await vi.waitFor(() => expect(served.exchanges).toHaveLength(1));
  await isAlive();
});

test('names that JavaScript knows are only names', async () => {
  await start();
  await addProduct(
    '<connecteur><reference>__proto__</reference><__proto__>x</__proto__><constructor>y</constructor></connecteur>',
  );
  const product = await served.memory.reader.product('__proto__');
  expect(Object.entries(product?.customFields ?? {})).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
});
