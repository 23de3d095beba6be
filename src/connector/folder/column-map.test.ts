import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { PasserelleError } from '../../domain/error.ts';
import { COLUMN_MAPS_FILE, readColumnMaps, writeColumnMap } from './column-map.ts';
import { openFolderSource } from './folder-source.ts';

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
});

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);

async function refusal(work: Promise<unknown>) {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof PasserelleError)) throw new Error(`no refusal: ${String(error)}`);
  return error.problem;
}

async function articles(): Promise<unknown[]> {
  const source = await openFolderSource({ folder, shop: 'main' });
  return (await Array.fromAsync(source.articles())).flat();
}

test('the guess for all tables is written down by kind, to be put right by hand', async () => {
  await put('articles-1.csv', 'Réf;PV HT;Tarif web\nA;10;12');
  await put('articles-2.csv', 'Réf;Sommeil\nB;O');
  await put('stock.jsonl', '{"reference":"A","stock":1}');
  const customers = [{ sheet: 'Tiers', data: [['Code tiers', 'Zone']] }];
  await put('clients.xlsx', await writeWorkbook(customers).toBuffer());
  const path = await writeColumnMap(folder);
  expect(path).toBe(join(folder, 'passerelle-columns.json'));
  const map = JSON.parse(await readFile(path, 'utf8'));
  expect(map).toEqual({
    products: {
      Réf: 'reference',
      'PV HT': 'netPrice',
      'Tarif web': 'customFields.Tarif web',
      Sommeil: '!active',
    },
    customers: { 'Code tiers': 'code', Zone: 'customFields.Zone' },
  });
  expect(await readColumnMaps(folder)).toEqual(map);
  const guessed = await articles();
  map.products = { ...map.products, 'PV HT': '', 'Tarif web': 'netPrice' };
  await writeFile(path, JSON.stringify(map));
  expect(guessed).toMatchObject([
    { value: { fields: { netPrice: '10' } } },
    { value: { fields: { active: false } } },
  ]);
  expect((await articles())[0]).toEqual({ value: { reference: 'A', fields: { netPrice: '12' } } });
});

test('a map that is there is never overwritten', async () => {
  await put('articles.csv', 'Réf\nA');
  await put(COLUMN_MAPS_FILE, '{}');
  expect(await refusal(writeColumnMap(folder))).toMatchObject({ reason: 'file_unwritable' });
  expect(await readFile(join(folder, COLUMN_MAPS_FILE), 'utf8')).toBe('{}');
});

test.each([
  ['no JSON', '{'],
  ['a kind that there is not', '{"article":{}}'],
  ['a path that is no text', '{"products":{"Réf":1}}'],
])('a damaged map is refused: %s', async (_, text) => {
  await put('articles.csv', 'Réf\nA');
  await put(COLUMN_MAPS_FILE, text);
  expect(await refusal(openFolderSource({ folder, shop: 'main' }))).toMatchObject({
    reason: 'file_unreadable',
    value: COLUMN_MAPS_FILE,
  });
});

test('a map or a table that cannot be followed is told with the table’s name', async () => {
  await put('articles.csv', 'Réf;PV\nA;1');
  await put(COLUMN_MAPS_FILE, '{"products":{"PV":"prix"}}');
  expect(await refusal(articles())).toMatchObject({
    reason: 'field_unknown',
    file: 'articles.csv',
    field: 'prix',
  });
  await rm(join(folder, COLUMN_MAPS_FILE));
  await put('articles.csv', 'PV\n1');
  expect(await refusal(articles())).toMatchObject({ reason: 'column_missing', file: 'articles.csv' });
});

test('nothing is written where there is no table, so that the guess can still be written later', async () => {
  await put('notes.csv', 'a;b');
  expect(await refusal(writeColumnMap(folder))).toMatchObject({ reason: 'source_empty' });
  await put('articles.csv', 'Réf');
  await writeColumnMap(folder);
});
