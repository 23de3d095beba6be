import { expect, test } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import { readDocument } from '../document-record.ts';
import { readProduct } from '../product-record.ts';
import type { ColumnMap } from './column-map.ts';
import { guessColumns, recordsFromTable } from './records.ts';
import type { Row } from './rows.ts';
import { TABLES, type TableKind } from './tables.ts';

async function* table(...rows: readonly string[]): AsyncGenerator<Row> {
  yield* rows.map((row, index) => ({ line: index + 1, cells: row.split(';') }));
}

async function values(
  kind: TableKind,
  rows: readonly string[],
  columns: ColumnMap = {},
): Promise<readonly unknown[]> {
  const batches = await Array.fromAsync(recordsFromTable(table(...rows), kind, { columns }));
  return batches.flat().map((record) => ('value' in record ? record.value : record.problem));
}

const FRENCH =
  'Référence;Désignation;PV HT;PV TTC;Taux TVA;Stock réel;Code barre;Famille;Sous-famille;Poids net;Sommeil;Marque;Couleur'.split(
    ';',
  );

test('the guess for a French catalogue: a price that includes tax is no net price', () => {
  expect(guessColumns(FRENCH, 'products')).toEqual({
    Référence: 'reference',
    Désignation: 'name',
    'PV HT': 'netPrice',
    'PV TTC': 'customFields.PV TTC',
    'Taux TVA': 'taxRate',
    'Stock réel': 'stock',
    'Code barre': 'ean13',
    Famille: 'categoryPath.0',
    'Sous-famille': 'categoryPath.1',
    'Poids net': 'weight',
    Sommeil: '!active',
    Marque: 'customFields.Marque',
    Couleur: 'axes.Couleur',
  });
});

test.each(['Prix TTC', 'PV TTC', 'Prix de vente TTC', 'PU TTC', 'Prix public TTC (€)'])(
  '%s is never the net price',
  (header) => {
    for (const kind of ['products', 'price-rules', 'orders', 'documents'] as const)
      expect(guessColumns([header], kind)[header]).toMatch(/^$|^customFields\./);
  },
);

test.each(Object.keys(TABLES) as TableKind[])('every field of %s is found by its own path', (kind) => {
  const paths = new Set([...TABLES[kind].columns.values()].map(({ path }) => path));
  // An order's own reference is known by its other names: the word alone is its line's.
  paths.delete(kind === 'orders' ? 'reference' : '');
  for (const path of paths) expect(guessColumns([path], kind)).toEqual({ [path]: path });
});

test('a guess that was written down reads the same records as the guess itself', async () => {
  const rows = ['Référence;Parent;Couleur;Sommeil;Marque;PV2', 'A;;;N;Acme;3', 'A-1;A;Bleu;O;;'];
  const [headers = ''] = rows;
  const written = guessColumns(headers.split(';'), 'products');
  expect(await values('products', rows, written)).toEqual(await values('products', rows));
});

test('a written guess of price rules keeps what kind of value a column holds', async () => {
  const rows = ['Code article;Remise %', 'A;12,5'];
  const written = guessColumns(['Code article', 'Remise %'], 'price-rules');
  expect(written).toEqual({ 'Code article': 'reference', 'Remise %': 'percent_off' });
  expect(await values('price-rules', rows, written)).toEqual([
    { reference: 'A', kind: 'percent_off', value: '12,5' },
  ]);
});

test('a map decides, and the headers that it does not name are guessed', async () => {
  const rows = [
    'REF_INT;Référence;Libellé court;Teinte;Interne;Stock',
    'X1;A-1;Pot;Bleu;secret;4',
    'X2;A-2;Pot;;;5',
  ];
  const columns = {
    REF_INT: 'customFields.supplierCode',
    'Libellé court': 'shortDescription',
    Teinte: 'axes.Couleur',
    Interne: '',
  };
  expect(await values('products', rows, columns)).toEqual([
    {
      reference: 'A-1',
      shortDescription: 'Pot',
      stock: '4',
      customFields: { supplierCode: 'X1', Couleur: 'Bleu' },
    },
    { reference: 'A-2', shortDescription: 'Pot', stock: '5', customFields: { supplierCode: 'X2' } },
  ]);
});

test('what the map takes, the guess leaves: the mapped column wins over one that looks like it', async () => {
  const rows = ['Code;Prix;Tarif web HT', 'A;10;12'];
  expect(await values('products', rows, { Code: 'reference', 'Tarif web HT': 'netPrice' })).toEqual([
    { reference: 'A', netPrice: '12', customFields: { Prix: '10' } },
  ]);
});

test('a header is found in the map but for case and accents, and items of lists count on', async () => {
  const rows = ['code client;DÉPÔT ville;Mail 2', 'C;Metz;b@x.fr'];
  const columns = { 'Dépôt Ville': 'deliveryAddresses.0.city', 'Mail 2': 'contacts.0.email' };
  expect(await values('customers', rows, columns)).toEqual([
    { code: 'C', deliveryAddresses: [{ city: 'Metz' }], contacts: [{ email: 'b@x.fr' }] },
  ]);
});

async function refusal(kind: TableKind, headers: string, columns: ColumnMap) {
  const error: unknown = await values(kind, [headers], columns).catch((thrown: unknown) => thrown);
  return error instanceof PasserelleError ? error.problem : undefined;
}

test('a map that cannot be followed is refused, with what would do', async () => {
  expect(await refusal('products', 'ref;p', { p: 'netPrise' })).toMatchObject({
    reason: 'field_unknown',
    field: 'netPrise',
    expected: expect.stringContaining('netPrice'),
  });
  expect(await refusal('products', 'ref;a;b', { a: 'netPrice', b: 'netPrice' })).toMatchObject({
    reason: 'value_conflict',
    field: 'netPrice',
  });
  expect(await refusal('products', 'ref;a', { ref: '' })).toMatchObject({ reason: 'column_missing' });
});

test('categories are taken in their order, whatever order the columns stand in; price levels too', async () => {
  const [record] = await values('products', ['Sous-famille;Famille;Réf;PV3;PV2', 'Arrosage;Jardin;A;30;20']);
  expect(record).toMatchObject({ categoryPath: ['Jardin', 'Arrosage'] });
  expect(readProduct(record)).toMatchObject({
    value: { change: { priceLevels: { 2: '20', 3: '30' } } },
  });
});

test('stock and parcels have tables of their own', async () => {
  expect(await values('stock', ['Code article;Qté;Dépôt', 'A;-1,5;Metz'])).toEqual([
    { reference: 'A', stock: '-1,5' },
  ]);
  expect(await values('shipments', ['N° commande;N° de suivi', '12;XY 1'])).toEqual([
    { orderId: '12', trackingNumber: 'XY 1' },
  ]);
});

test('a piece a row, with its file', async () => {
  const [record] = await values('documents', [
    'N° pièce;Type;Date;E-mail client;Fichier;ID',
    'FA001;Facture;22/03/2026;a@b.fr;pdf/FA001.pdf;77',
  ]);
  expect(readDocument(record)).toEqual({
    ok: true,
    warnings: [],
    value: {
      change: { number: 'FA001', type: 'invoice', email: 'a@b.fr', erpId: '77' },
      date: '2026-03-22 00:00:00',
      fileLeftOut: true,
      fileName: 'pdf/FA001.pdf',
    },
  });
});

test('a line a row: the rows of a piece make its content, with the e-mail and the date in it', async () => {
  const read = (
    await values('documents', [
      'N° pièce;Date;E-mail client;Référence;Quantité;PU HT;TVA;Port TTC',
      'BL7;22/03/2026;a@b.fr;A;3;9,99;20;4,90',
      'BL7;22/03/2026;a@b.fr;B;1;10;5,5;4,90',
    ])
  ).map(readDocument);
  expect(read).toMatchObject([
    {
      value: {
        change: {
          number: 'BL7',
          type: 'delivery_note',
          content: {
            placedAt: '2026-03-22 00:00:00',
            customer: { email: 'a@b.fr' },
            totals: { productsExclTax: '39.97', paid: '51.41' },
            lines: [{ reference: 'A', quantity: '3' }, { reference: 'B' }],
          },
        },
      },
    },
  ]);
});
