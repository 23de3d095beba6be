import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { shopCustomer } from '../../testing/contract/samples.ts';
import { openFolderSource } from './folder-source.ts';

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
  await writeFile(join(folder, 'articles.csv'), 'ref\nA');
});

const open = () => openFolderSource({ folder, shop: 'Main', csvEncoding: 'windows-1252' });
const files = () => join(folder, 'customers', '_main');

async function records(): Promise<unknown[]> {
  const text = await readFile(join(files(), 'customers-from-shop.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

test('what the shop knows of its customers is added by id, in both files', async () => {
  const source = await open();
  await source.importCustomers?.([shopCustomer('1'), shopCustomer('2', { lastName: 'old' })]);
  await source.importCustomers?.([
    shopCustomer('2', { lastName: 'Œil' }),
    shopCustomer('3', { lastName: '=1+1' }),
  ]);
  expect(await records()).toEqual([
    shopCustomer('1'),
    shopCustomer('2', { lastName: 'Œil' }),
    shopCustomer('3', { lastName: '=1+1' }),
  ]);
  const table = new TextDecoder('windows-1252').decode(
    await readFile(join(files(), 'customers-from-shop.csv')),
  );
  expect(table.split('\r\n').map((row) => row.split(';')[3])).toEqual([
    'Nom',
    'Lee',
    'Œil',
    "'=1+1",
    undefined,
  ]);
  expect((await readdir(files())).sort()).toEqual(['customers-from-shop.csv', 'customers-from-shop.jsonl']);
});

test('a line that a person has spoiled is left out, the others stay', async () => {
  const source = await open();
  await source.importCustomers?.([shopCustomer('1')]);
  await writeFile(
    join(files(), 'customers-from-shop.jsonl'),
    `${JSON.stringify(shopCustomer('1'))}\n{"id":\n`,
  );
  await source.importCustomers?.([shopCustomer('2')]);
  expect(await records()).toEqual([shopCustomer('1'), shopCustomer('2')]);
});
