import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '../test/support/temporary.ts';
import { csvLine, deflateFile, writeTexts } from './files.ts';

const folder = temporaryFolder(afterAll);

it('puts each cell under its column, and quotes what would end it', () =>
  expect(csvLine(['a', 'b', 'c', 'd'], { d: 'x,"y"', a: '1', c: 'l1\nl2' })).toBe('1,,"l1\nl2","x,""y"""\n'));

it('writes every text, and the same again when it is inflated', async () => {
  const texts = Array.from({ length: 30_000 }, (_, index) => `<ligne n="${index}">é</ligne>\n`.repeat(2));
  writeTexts(join(folder, 'a.xml'), texts);
  await deflateFile(join(folder, 'a.xml'), join(folder, 'a.zlib'));
  expect(readFileSync(join(folder, 'a.xml'), 'utf8') === texts.join('')).toBe(true);
  expect(inflateSync(readFileSync(join(folder, 'a.zlib'))).toString() === texts.join('')).toBe(true);
});
