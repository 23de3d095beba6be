import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { PasserelleError } from '../../domain/error.ts';
import { describe as sentence } from '../../shop/wording.ts';
import { PNG } from '../../testing/contract/samples.ts';
import type { ErpSource, Read } from '../erp-source.ts';
import { openFolderSource } from './folder-source.ts';

let home: string;
let folder: string;
beforeEach(async () => {
  home = temporaryFolder();
  folder = join(home, 'exports');
  await mkdir(folder);
});

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

const open = (): Promise<ErpSource> => openFolderSource({ folder, shop: 'main' });

const all = async <T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> =>
  (await Array.fromAsync(batches)).flat();

async function values<T>(batches: AsyncIterable<readonly Read<T>[]>): Promise<T[]> {
  return (await all(batches)).map((read) => {
    if ('value' in read) return read.value;
    throw new Error(sentence(read.problem, 'en'));
  });
}

async function problems<T>(batches: AsyncIterable<readonly Read<T>[]>): Promise<string[]> {
  return (await all(batches)).flatMap((read) => ('problem' in read ? [sentence(read.problem, 'en')] : []));
}

async function refusal(work: Promise<unknown>) {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof PasserelleError)) throw new Error(`no refusal: ${String(error)}`);
  return error.problem;
}

const FRENCH = [
  'Référence;Désignation;PV HT;PV TTC;Taux TVA;Stock réel;Code barre;Famille;Sous-famille;Poids net;Créé le',
  'AB 12/L;"Tuyau ""Pro"" 1/2";1 234,50 €;1 481,40;20;3;3760123456789;Jardin;Arrosage;0,25;22/03/2026',
  '0012;Œillet;12 000,10;14 400,12;5,5;-2,5;;Maison;;;',
].join('\r\n');
const ANSI = Buffer.from(FRENCH.replaceAll('€', '\u0080').replaceAll('Œ', '\u008c'), 'latin1');
const NARROW = FRENCH.replace('1 234', '1\u202f234').replace('12 000', '12\u00a0000');

test.each([
  ['Windows-1252', 'Articles.CSV', ANSI],
  ['UTF-8 with a byte-order mark', 'PRODUITS.csv', Buffer.from(`\uFEFF${NARROW}`)],
  ['tabs', 'articles-1.tsv', Buffer.from(FRENCH.replaceAll(';', '\t'))],
])('a catalogue as French software exports it: %s', async (_, name, bytes) => {
  await put(name, bytes);
  const source = await open();
  expect(await values(source.articles())).toEqual([
    {
      reference: 'AB 12/L',
      fields: {
        name: 'Tuyau "Pro" 1/2',
        netPrice: '1234.5',
        taxRate: '20',
        stock: '3',
        ean13: '3760123456789',
        weight: '0.25',
      },
      categoryPath: ['Jardin', 'Arrosage'],
      customFields: expect.objectContaining({ 'Créé le': '22/03/2026' }),
    },
    {
      reference: '0012',
      fields: { name: 'Œillet', netPrice: '12000.1', taxRate: '5.5', stock: '-2.5' },
      categoryPath: ['Maison'],
      customFields: { 'PV TTC': '14 400,12' },
    },
  ]);
});

test('a workbook: its sheet of articles, numbers as they are shown', async () => {
  const articles = [
    ['Référence', 'Désignation', 'PV HT', 'Code barre', 'Date'],
    [
      '0012',
      'Lampe',
      19.9,
      3760123456789,
      { value: new Date(Date.UTC(2026, 2, 22)), type: Date, format: 'dd/mm/yyyy' },
    ],
  ];
  const sheets = [
    { sheet: 'Lisez-moi', data: [['rien']] },
    { sheet: 'Articles', data: articles },
  ];
  await put('articles.xlsx', await writeWorkbook(sheets).toBuffer());
  expect(await values((await open()).articles())).toEqual([
    {
      reference: '0012',
      fields: { name: 'Lampe', netPrice: '19.9', ean13: '3760123456789' },
      customFields: { Date: '2026-03-22' },
    },
  ]);
});

test('each kind of file, French or English, one or several', async () => {
  await put('articles-2.csv', 'ref;nom\nB;b');
  await put('articles-10.jsonl', '{"reference":"C","name":"c"}\n');
  await put('Articles.csv', 'ref;nom\nA;a');
  await put('stocks.csv', 'ref;stock\nA;4\nB;');
  await put('Tiers.csv', 'code client;nom\nC1;Lee');
  await put('customers.jsonl', '{"id":"7","lastName":"the shop’s own"}\n');
  await put('grilles.csv', 'code article;client;remise %\nA;C1;12,5');
  await put('Expéditions.csv', 'commande;suivi\n12;XY1\n13;');
  await put('notes.csv', 'not;ours');
  await put('articles.csv.bak', 'ref;nom\nZ;z');
  await put('stock-mouvements.csv', 'ref;stock\nA;9');
  const source = await open();
  expect((await values(source.articles())).map(({ reference }) => reference)).toEqual(['A', 'B', 'C']);
  expect(await values(source.stock())).toEqual([{ reference: 'A', stock: '4' }]);
  expect(await values(source.customers())).toMatchObject([{ code: 'C1', fields: { name: 'Lee' } }]);
  expect(await values(source.priceRules())).toMatchObject([
    { reference: 'A', customer: 'C1', kind: 'percent_off', value: '12.5' },
  ]);
  expect(await values(source.shipments())).toEqual([{ orderId: '12', trackingNumber: 'XY1' }]);
  expect(await values(source.salesDocuments())).toEqual([]);
});

test('a list may be read again, and gives what the folder holds now', async () => {
  await put('articles.csv', 'ref;nom\nA;a');
  const source = await open();
  expect(await values(source.articles())).toHaveLength(1);
  await put('articles.csv', 'ref;nom\nA;a\nB;b');
  expect(await values(source.articles())).toHaveLength(2);
});

test('rows with a parent make its variants, and what a block cannot say is an article of its own', async () => {
  await put(
    'articles.csv',
    'ref;parent;nom;prix;stock;poids;ean;couleur\nP-1;P;;0;3;0,2;3760123456789;Bleu\nP;;Pot;10;;;;\nP-2;P;;12;4;;;Rouge\nO-1;Q;Seul;5;;;;Vert',
  );
  expect(await values((await open()).articles())).toEqual([
    { reference: 'P-1', parent: 'P', fields: { ean13: '3760123456789' } },
    {
      reference: 'P',
      fields: { name: 'Pot', netPrice: '10' },
      variants: [
        {
          reference: 'P-1',
          axes: [{ name: 'couleur', value: 'Bleu' }],
          fields: { netPrice: null, stock: '3', weight: '0.2' },
        },
        {
          reference: 'P-2',
          axes: [{ name: 'couleur', value: 'Rouge' }],
          fields: { netPrice: '12', stock: '4' },
        },
      ],
    },
    { reference: 'O-1', parent: 'Q', fields: { name: 'Seul' } },
    {
      reference: 'O-1',
      parent: 'Q',
      axes: [{ name: 'couleur', value: 'Vert' }],
      fields: { netPrice: '5' },
    },
  ]);
});

test('a record that cannot be read is told with file, line and the file’s own words; the others come', async () => {
  await put('articles-1.csv', 'ref;prix HT\nA;douze\nB;3');
  await put('articles-2.jsonl', '{"reference":"C"}\n{"reference":');
  const source = await open();
  const read = await all(source.articles());
  expect(read.filter((one) => 'value' in one)).toHaveLength(2);
  expect(await problems(source.articles())).toEqual([
    'articles-1.csv:2: product A: "prix HT" is "douze": expected a number such as 12.50.',
    expect.stringMatching(/^articles-2\.jsonl:2: unreadable record/),
  ]);
});

test('an image is a file of the folder; one that is not is told, and the article comes without', async () => {
  await put('images/a.png', PNG.bytes);
  await put('images/b.txt', 'no image');
  await writeFile(join(home, 'secret.png'), PNG.bytes);
  await symlink(join(home, 'secret.png'), join(folder, 'images/link.png'));
  await symlink(home, join(folder, 'out'));
  const names = [
    'images/a.png',
    'images\\a.png',
    './images/../images/a.png',
    'images/b.txt',
    'images/none.png',
    '../secret.png',
    join(home, 'secret.png'),
    'images/link.png',
    'out/secret.png',
    'C:\\secret.png',
    'images',
    '.',
  ];
  await put('articles.csv', ['ref;image', ...names.map((name, index) => `A${index};${name}`)].join('\n'));
  const source = await open();
  const read = await all(source.articles());
  const articles = read.flatMap((one) => ('value' in one ? [one.value] : []));
  expect(articles.map(({ image }) => image)).toEqual([
    ...Array.from({ length: 3 }, () => ({ type: PNG.type, bytes: Buffer.from(PNG.bytes) })),
    ...Array.from({ length: 9 }, () => undefined),
  ]);
  const told = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  expect(told.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(told[0]).toMatchObject({ reason: 'not_an_image', record: 'A3', file: 'articles.csv' });
  expect(told.slice(2, 7).map(({ expected }) => expected)).toEqual(Array(5).fill('outside the folder'));
});

test('pieces with their files', async () => {
  await put('pdf/FA001.pdf', '%PDF-1.7 one');
  await put(
    'documents.csv',
    'N° pièce;Date;E-mail client;Fichier\nFA001;22/03/2026;a@b.fr;pdf/FA001.pdf\nFA002;;;pdf/none.pdf\nBL3;;;\nFA004;;;documents.csv',
  );
  const source = await open();
  const [first, missing, nothing, other] = await all(source.salesDocuments());
  if (!first || !('value' in first)) throw new Error('unread');
  expect(first.value).toMatchObject({ number: 'FA001', type: 'invoice', date: '2026-03-22 00:00:00' });
  expect(await first.value.load()).toEqual({
    number: 'FA001',
    type: 'invoice',
    email: 'a@b.fr',
    file: { type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 one') },
  });
  expect(missing).toMatchObject({ problem: { reason: 'file_unreadable', record: 'FA002', line: 3 } });
  expect(nothing).toMatchObject({ problem: { reason: 'field_missing', record: 'BL3' } });
  if (!other || !('value' in other)) throw new Error('unread');
  expect(await refusal(other.value.load())).toMatchObject({ reason: 'not_a_file', record: 'FA004', line: 5 });

  const versionOf = async () => (await values(take(source.salesDocuments())))[0]?.version;
  expect(await versionOf()).toBe(first.value.version);
  await put('pdf/FA001.pdf', '%PDF-1.7 another');
  expect(await versionOf()).not.toBe(first.value.version);
});

async function* take<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<readonly T[]> {
  for await (const batch of batches) yield batch.slice(0, 1);
}

test('a file that changes while it is read stops the run, and what was read after the change never comes', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `R${index};some name`);
  await put('clients.csv', ['code;nom', ...rows].join('\n'));
  const source = await open();
  let read = 0;
  const work = (async () => {
    for await (const batch of source.customers()) {
      if (read === 0) await writeFile(join(folder, 'clients.csv'), 'code;nom\nX;Y\n');
      read += batch.length;
    }
  })();
  expect(await refusal(work)).toMatchObject({
    reason: 'source_unavailable',
    value: 'clients.csv: changed while it was read',
  });
  expect(read).toBe(200);
});

test('articles that change after they were read are given as they were', async () => {
  await put('articles.csv', 'ref;parent;couleur\nP;;\nP-1;P;Bleu\nQ;;');
  const articles = (await open()).articles();
  let read = 0;
  for await (const batch of articles) {
    await put('articles.csv', 'ref\nX');
    read += batch.length;
  }
  expect(read).toBe(2);
});

test('a folder without a known file, and one that is not there', async () => {
  await put('readme.txt', 'x');
  expect(await refusal(open())).toMatchObject({
    reason: 'source_empty',
    value: folder,
    expected: expect.stringContaining('products|articles|produits, stock|stocks'),
  });
  await rm(folder, { recursive: true });
  expect(await refusal(open())).toMatchObject({ reason: 'source_unavailable' });
});

test('only files are read: a link to a device or a folder is none, nor is one that leads nowhere', async () => {
  await symlink('/dev/zero', join(folder, 'clients.csv'));
  await symlink(home, join(folder, 'stock.csv'));
  await symlink(join(home, 'nowhere'), join(folder, 'tarifs.csv'));
  expect(await refusal(open())).toMatchObject({ reason: 'source_empty' });
  await writeFile(join(home, 'real.csv'), 'Référence\nA');
  await symlink(join(home, 'real.csv'), join(folder, 'articles.csv'));
  expect(await values((await open()).articles())).toEqual([{ reference: 'A', fields: {} }]);
});
