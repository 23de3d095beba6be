import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { openBlobs } from './blobs.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test('bytes come back under their digest; the same bytes are one file, also when saved at the same time', async () => {
  const blobs = openBlobs(join(folder, 'blobs'));
  const bytes = new TextEncoder().encode('une image');
  const digests = await Promise.all([blobs.save(bytes), blobs.save(bytes), blobs.save(bytes)]);
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(digests).toEqual([expected, expected, expected]);
  expect(new Uint8Array((await blobs.read(expected)) ?? [])).toEqual(bytes);
  expect(files()).toEqual([expected]);
  expect(await blobs.save(new Uint8Array())).toBe(createHash('sha256').digest('hex'));
});

test('a file cut short by a crash is written again', async () => {
  const blobs = openBlobs(folder);
  const bytes = new TextEncoder().encode('entier');
  const sha256 = await blobs.save(bytes);
  writeFileSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'en');
  await blobs.save(bytes);
  expect(new Uint8Array((await blobs.read(sha256)) ?? [])).toEqual(bytes);
});

test('only a digest is ever looked up', async () => {
  writeFileSync(join(folder, 'secret'), 'x');
  const blobs = openBlobs(join(folder, 'blobs'));
  for (const name of ['../secret', 'secret', '', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(64)}\n`]) {
    expect(await blobs.read(name)).toBeUndefined();
  }
  expect(await blobs.read('a'.repeat(64))).toBeUndefined();
});

test('a folder that cannot be written is store_unavailable', async () => {
  writeFileSync(join(folder, 'file'), '');
  const blobs = openBlobs(join(folder, 'file'));
  await expect(blobs.save(new Uint8Array([1]))).rejects.toMatchObject({ code: 'store_unavailable' });
});

test('a file is read while it is sent, whole or a range; nothing is opened before', async () => {
  const blobs = openBlobs(folder);
  const sha256 = await blobs.save(new TextEncoder().encode('0123456789'));
  const file = await blobs.open(sha256);
  expect(file?.bytes).toBe(10);
  const text = (range?: { first: number; last: number }) => new Response(file?.stream(range)).text();
  expect([await text(), await text({ first: 2, last: 4 })]).toEqual(['0123456789', '234']);
  const unread = file?.stream();
  rmSync(join(folder, sha256.slice(0, 2)), { recursive: true });
  await unread?.cancel();
  await expect(text()).rejects.toThrow('ENOENT');
  for (const name of [sha256, '../secret', '']) expect(await blobs.open(name)).toBeUndefined();
  writeFileSync(join(folder, sha256.slice(0, 2)), '');
  await expect(blobs.open(sha256)).rejects.toMatchObject({ code: 'store_unavailable' });
});
