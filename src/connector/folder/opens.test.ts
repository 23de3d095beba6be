import fs from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { PNG } from '../../testing/contract/samples.ts';
import { createBench, EDITION, flowOf } from '../testing/fixtures.ts';
import { openFolderSource } from './folder-source.ts';

const OPENING = [
  [fs, 'createReadStream'],
  [fs, 'openSync'],
  [fs, 'readFileSync'],
  [fs.promises, 'open'],
  [fs.promises, 'readFile'],
] as const;

/** How often each file of a folder is opened from now on, by its name. */
function countOpens(folder: string): Map<string, number> {
  const opens = new Map<string, number>();
  for (const [module, name] of OPENING) {
    const original = Reflect.get(module, name);
    Reflect.set(module, name, (...given: readonly unknown[]) => {
      const [path] = given;
      if (typeof path === 'string' && path.startsWith(folder))
        opens.set(basename(path), (opens.get(basename(path)) ?? 0) + 1);
      return Reflect.apply(original, module, given);
    });
    onTestFinished(() => void Reflect.set(module, name, original));
  }
  syncBuiltinESMExports();
  onTestFinished(syncBuiltinESMExports);
  return opens;
}

const ROWS = [
  'ref;parent;nom;prix;couleur;image',
  'P-1;P;;12;Bleu;p-1.png',
  'P;;Pot;10;;p.png',
  'O;P;Option;5;;o.png',
  'Q;;Lampe;7;;q.png',
].join('\n');

test.each([
  ['with gammes', {}],
  ['without gammes', { edition: { ...EDITION, gammes: false } }],
])('a run opens a table and each picture once, %s, also when nothing changed', async (_, options) => {
  const folder = temporaryFolder();
  await writeFile(join(folder, 'articles.csv'), ROWS);
  for (const name of ['p', 'p-1', 'o', 'q']) await writeFile(join(folder, `${name}.png`), PNG.bytes);
  const bench = createBench(onTestFinished);
  const source = await openFolderSource({ folder, shop: 'main' });
  const opens = countOpens(folder);
  for (const sent of [4, 0]) {
    opens.clear();
    const report = flowOf(await bench.run({ ...options, source, flows: ['products'] }), 'products');
    expect(report).toMatchObject({ failed: 0, sent });
    expect(Object.fromEntries(opens)).toMatchObject({
      'articles.csv': 1,
      'p.png': 1,
      'p-1.png': 1,
      'o.png': 1,
      'q.png': 1,
    });
  }
  expect((await bench.reader.product('O'))?.image?.type).toBe(PNG.type);
  expect((await bench.reader.product('P-1'))?.image?.type).toBe(PNG.type);
});
