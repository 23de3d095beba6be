import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { JPEG } from '../../testing/contract/samples.ts';
import { binaryText, floatText } from './cell-text.ts';
import { readArticle, readErpDocument } from './readers.ts';

const folder = temporaryFolder(afterAll);
await writeFile(join(folder, 'a.jpg'), JPEG.bytes);

const article = (name: string) => readArticle({ reference: 'A', image: { name } }, folder);

test.each(['a.jpg', binaryText(JPEG.bytes)])('an image by its file or its bytes: %s', async (name) => {
  const read = await article(name);
  expect(read).toMatchObject({ ok: true, warnings: [], value: { image: { type: 'image/jpeg' } } });
});

test.each([
  ['missing.jpg', 'file_unreadable'],
  ['../a.jpg', 'file_unreadable'],
  [binaryText(Buffer.from('no image')), 'not_an_image'],
])('an article whose image %s is not read is given without it', async (name, reason) => {
  expect(await article(name)).toEqual({
    ok: true,
    value: { reference: 'A', fields: {} },
    warnings: [expect.objectContaining({ reason, record: 'A' })],
  });
});

test('a piece’s version follows its row and its file', async () => {
  const version = async (row: object) => {
    const read = await readErpDocument({ number: 'FA1', file: { name: 'f.html' }, ...row }, folder);
    return read.ok ? read.value?.version : undefined;
  };
  const missing = await version({});
  expect(await version({})).toBe(missing);
  expect(await version({ email: 'a@b.fr' })).not.toBe(missing);
  await writeFile(join(folder, 'f.html'), '<html></html>');
  expect(await version({})).not.toBe(missing);
});

test.each([
  ['1e-05', '0.00001'],
  ['1.5E+3', '1500'],
  ['0.1', '0.1'],
  ['NaN', 'NaN'],
])('the binary float %s is %s', (text, expected) => {
  expect(floatText(text)).toBe(expected);
});
