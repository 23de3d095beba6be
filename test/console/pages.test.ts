import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiServer, serveApi } from '../support/api-server.ts';
import { temporaryFolder } from '../support/temporary.ts';

const INDEX = '<!doctype html><script type="module" src="/console/assets/index-1a2b.js"></script>';
const SCRIPT = 'console.log(1);\n'.repeat(1000);
const SECRET = 'outside the pages';

const folder = temporaryFolder(afterAll);
const dist = join(folder, 'dist');
let server: ApiServer;
beforeAll(async () => {
  server = await serveApi({ pages: dist });
});
afterAll(() => server.close());
beforeEach(() => {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), INDEX);
  writeFileSync(join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(dist, 'assets/index-1a2b.js'), SCRIPT);
  writeFileSync(join(dist, '.env.json'), SECRET);
  writeFileSync(join(dist, 'notes.txt'), SECRET);
  writeFileSync(join(folder, 'outside.js'), SECRET);
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.origin}${path}`, { headers: { 'accept-encoding': 'identity', ...headers } });

test.each(['/console', '/console/', '/console/orders/17', '/console/products/T-shirt.v2', '/console/users'])(
  '%s is a page, whatever the API has there',
  async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, INDEX]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/^default-src 'self';.* frame-ancestors 'none'$/),
    });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
  },
);

test('a file with its hash in its name is kept for ever, compressed where the caller takes that', async () => {
  const path = '/console/assets/index-1a2b.js';
  const plain = await get(path);
  expect(await plain.text()).toBe(SCRIPT);
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const { port } = new URL(server.origin);
  const compressed = await new Promise<Buffer>((resolve, reject) => {
    const asked = request({ port, path, headers: { 'accept-encoding': 'gzip, br' } }, async (response) => {
      expect(response.headers['content-encoding']).toBe('gzip');
      resolve(Buffer.concat(await response.toArray()));
    });
    asked.on('error', reject).end();
  });
  expect(compressed.length).toBeLessThan(SCRIPT.length / 10);
  expect(gunzipSync(compressed).toString()).toBe(SCRIPT);
  const etag = plain.headers.get('etag') ?? '';
  expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  expect((await get('/console/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml');
});

test('a file of an earlier build that is gone is told, not a page in its place', async () => {
  expect((await get('/console/assets/index-0000.js')).status).toBe(404);
});

describe('no path leads out of the pages', () => {
  /** As it stands: `fetch` would tidy it up. */
  const raw = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(server.origin);
      request({ port, path }, async (response) => {
        resolve(Buffer.concat(await response.toArray()).toString());
      })
        .on('error', reject)
        .end();
    });

  test.each([
    '/console/../outside.js',
    '/console/assets/../../outside.js',
    '/console/assets/..%2f..%2foutside.js',
    '/console/%2e%2e/outside.js',
    '/console/..%5coutside.js',
    '/console/assets/....//outside.js',
    '/console//etc/hosts',
    '/console/.env.json',
    '/console/notes.txt',
    '/console/assets/%00.js',
    '/console/assets',
    '/console/assets/',
    '/console/index.html/x.js',
  ])('%s', async (path) => {
    expect(await raw(path)).not.toContain(SECRET);
  });

  test('not even one that the folder itself has', async () => {
    symlinkSync(join(folder, 'outside.js'), join(dist, 'notes.txt.link'));
    expect(await raw('/console/notes.txt.link')).toBe(INDEX);
  });
});

test('without a build a page says how to make one; once it is made, it is there', async () => {
  rmSync(dist, { recursive: true });
  const missing = await get('/console');
  expect([missing.status, await missing.text()]).toEqual([
    503,
    expect.stringContaining('npm run build:console'),
  ]);
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), 'built');
  expect(await (await get('/console')).text()).toBe('built');
});

test('what is none of the console’s addresses is told as one of the API’s would be', async () => {
  const response = await fetch(`${server.origin}/console/nothing`, {
    method: 'POST',
    headers: { 'x-passerelle-console': '1' },
  });
  expect([response.status, await response.json()]).toMatchObject([404, { reason: 'route_unknown' }]);
});
