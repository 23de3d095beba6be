import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImageType } from '../../src/domain/product.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';
import { blackPng, png, pngSize } from '../support/pictures.ts';

const PICTURE = png(300, 150);
/** 144 megapixels, in 18 kB. */
const BOMB = blackPng(12_000, 12_000);

let server: ApiServer;
let token: string;
const digests = new Map<string, string>();
beforeAll(async () => {
  server = await serveApi();
  token = await server.token('retail', 'read');
  await save('A1', 'image/png', PICTURE);
  await save('BOMB', 'image/png', BOMB);
  await save('BROKEN', 'image/png', PICTURE.subarray(0, 60));
  await save('BMP', 'image/bmp', Buffer.from('BM'));
});
afterAll(() => server.close());

async function save(reference: string, type: ImageType, bytes: Uint8Array): Promise<void> {
  const { shop, backoffice } = server.stores.retail;
  await shop.saveProduct({ reference, fields: {}, image: { type, bytes } }, 'add_product');
  digests.set(reference, (await backoffice.product(reference))?.image?.sha256 ?? '');
}

const get = (reference: string, query = '', headers: Record<string, string> = {}): Promise<Response> =>
  server.call(token, `/images/${digests.get(reference)}${query}`, { headers });

test('an image comes as it is, under the address that its product tells', async () => {
  const product = await jsonOf(await server.call(token, '/products/A1'));
  const { path } = product.image as { path: string };
  const response = await server.call(token, path.replace('/api/v1', ''));
  expect(Buffer.from(await response.arrayBuffer()).equals(PICTURE)).toBe(true);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(PICTURE.length),
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    etag: `"${digests.get('A1')}"`,
  });
});

test('a width makes it smaller, rounded up to one of few, never larger', async () => {
  const sizes = [];
  for (const width of [1, 100, 128, 299, 3840]) {
    const response = await get('A1', `?width=${width}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    sizes.push(pngSize(new Uint8Array(await response.arrayBuffer())));
  }
  expect(sizes).toEqual([
    [16, 8],
    [128, 64],
    [128, 64],
    [300, 150],
    [300, 150],
  ]);
  const kept = readdirSync(server.imageFolder, { recursive: true, withFileTypes: true });
  const sha256 = digests.get('A1');
  expect(
    kept
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['128', '16', '384', '3840'].map((width) => `${sha256}-${width}`).sort());
});

test('who has it is told so; another width is another image', async () => {
  const first = await get('A1', '?width=64');
  const etag = first.headers.get('etag') ?? '';
  expect((await get('A1', '?width=60', { 'if-none-match': etag })).status).toBe(304);
  expect((await get('A1', '?width=65', { 'if-none-match': etag })).status).toBe(200);
});

test('many who ask at the same time get the same image', async () => {
  const replies = await Promise.all(Array.from({ length: 20 }, () => get('A1', '?width=256')));
  const bodies = await Promise.all(replies.map(async (reply) => Buffer.from(await reply.arrayBuffer())));
  for (const body of bodies) expect(body.equals(bodies[0] ?? Buffer.of())).toBe(true);
  expect(pngSize(bodies[0] ?? Buffer.of())).toEqual([256, 128]);
});

test('a bomb is small where it lies', () => {
  expect(BOMB.length).toBeLessThan(20_000);
});

test.each(['BOMB', 'BROKEN', 'BMP'])('%s is not made smaller, and comes as it is', async (reference) => {
  const refused = await get(reference, '?width=16');
  expect([refused.status, await jsonOf(refused)]).toMatchObject([422, { reason: 'image_unreadable' }]);
  expect((await get(reference)).status).toBe(200);
});

test('what is no product’s image is unknown, whatever else the shop keeps', async () => {
  const { shop, backoffice } = server.stores.retail;
  const file = { type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 secret') } as const;
  await shop.saveSalesDocument({ number: 'F1', type: 'invoice', file });
  const [document] = (await Array.fromAsync(backoffice.salesDocuments())).flat();
  const sha256 = document?.file?.sha256 ?? '';
  expect(await backoffice.blob(sha256)).toBeDefined();
  for (const unknown of [sha256, '0'.repeat(64)]) {
    const response = await server.call(token, `/images/${unknown}`);
    expect([response.status, await jsonOf(response)]).toMatchObject([404, { reason: 'record_unknown' }]);
  }
  const other = await server.token('wholesale', 'read');
  expect((await server.call(other, `/images/${digests.get('A1')}`)).status).toBe(404);
  expect((await server.call(token, '/images/../shop')).status).toBe(200);
  expect((await server.call(token, '/images/x')).status).toBe(422);
  expect((await get('A1', '?width=0')).status).toBe(422);
  expect((await get('A1', '?width=4000')).status).toBe(422);
});
