import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { createFolderCache } from './image-cache.ts';

const bytes = (count: number): Uint8Array<ArrayBuffer> => new Uint8Array(count).fill(7);
const names = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

test('what is kept is read again, by another process too', async () => {
  const folder = join(temporaryFolder(), 'cache');
  const options = { folder, mostBytes: 1000, onFailure: expect.unreachable };
  await createFolderCache(options).write('ab-16', bytes(10));
  expect(await createFolderCache(options).read('ab-16')).toEqual(bytes(10));
  expect(await createFolderCache(options).read('ab-32')).toBeUndefined();
});

test('the oldest go where there is no more room', async () => {
  const folder = join(temporaryFolder(), 'cache');
  const cache = createFolderCache({ folder, mostBytes: 100, onFailure: expect.unreachable });
  for (const [index, name] of ['aa-1', 'bb-1', 'cc-1'].entries()) {
    await cache.write(name, bytes(30));
    utimesSync(join(folder, name.slice(0, 2), name), index, index);
  }
  expect(names(folder)).toEqual(['aa-1', 'bb-1', 'cc-1']);
  await cache.write('dd-1', bytes(30));
  // Down to four fifths of the room.
  expect(names(folder)).toEqual(['cc-1', 'dd-1']);
  await cache.write('ee-1', bytes(101));
  expect(await cache.read('ee-1')).toBeUndefined();
});

test('a name is never a way out of the folder', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'secret'), 'x');
  const cache = createFolderCache({
    folder: join(folder, 'cache'),
    mostBytes: 100,
    onFailure: expect.unreachable,
  });
  expect(await cache.read('../../secret')).toBeUndefined();
  await cache.write('../../evil', bytes(1));
  expect(names(folder)).toEqual(['secret']);
});

test('a folder that cannot be written is told, and nothing fails', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const errors: unknown[] = [];
  const cache = createFolderCache({
    folder: join(folder, 'file'),
    mostBytes: 100,
    onFailure: (error) => errors.push(error),
  });
  await cache.write('aa-1', bytes(1));
  expect(errors).toHaveLength(1);
  expect(await cache.read('aa-1')).toBeUndefined();
});
