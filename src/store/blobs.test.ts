import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBlobs } from './blobs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

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
