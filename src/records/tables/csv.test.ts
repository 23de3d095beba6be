import { expect, test } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import { readCustomer } from '../customer-record.ts';
import type { RecordKind } from '../kinds.ts';
import { readOrder } from '../order-record.ts';
import { readPriceRule } from '../price-rule-record.ts';
import { readProduct } from '../product-record.ts';
import type { SourceRecord } from '../source-record.ts';
import { delimiterFromHead } from './delimiter.ts';
import { recordsFromCsv } from './records.ts';

/** In chunks that cut lines and characters anywhere. */
async function* inChunks(bytes: Buffer, size = 7): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

interface Read {
  readonly records: readonly SourceRecord[];
  readonly columns: readonly string[];
  readonly encodings: readonly string[];
}

async function read(table: string | Buffer, kind: RecordKind = 'products'): Promise<Read> {
  const records: SourceRecord[] = [];
  const columns: string[] = [];
  const encodings: string[] = [];
  const batches = recordsFromCsv(inChunks(Buffer.from(table)), kind, {
    onColumns: (said, { meaningOf }) =>
      columns.push(...said.map(({ header, target }) => `${header}=${target?.path ?? meaningOf(header)}`)),
    onEncoding: (name) => encodings.push(name),
  });
  for await (const batch of batches) records.push(...batch);
  return { records, columns, encodings };
}

const values = ({ records }: Read): unknown[] =>
  records.map((record) => ('value' in record ? record.value : record.problem));

const FRENCH = [
  'Référence;Désignation;PV HT;Taux TVA;Stock réel;Code barre;Famille;Sous-famille;Poids net;Marque',
  'AB 12/L;Tuyau 1/2" inox;1 234,50 €;20 %;3;3760123456789;Jardin;Arrosage;0,25;Acme',
  '7412AGSVW;"Pot ""large""";12,5;5,5;;;Maison;;;',
].join('\r\n');

const FRENCH_RECORDS = [
  {
    reference: 'AB 12/L',
    name: 'Tuyau 1/2" inox',
    netPrice: '1 234,50',
    taxRate: '20',
    stock: '3',
    ean13: '3760123456789',
    categoryPath: ['Jardin', 'Arrosage'],
    weight: '0,25',
    customFields: { Marque: 'Acme' },
  },
  {
    reference: '7412AGSVW',
    name: 'Pot "large"',
    netPrice: '12,5',
    taxRate: '5,5',
    categoryPath: ['Maison'],
  },
];

test.each([
  ['UTF-8', Buffer.from(FRENCH), []],
  ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${FRENCH}`), []],
  ['Windows-1252', Buffer.from(FRENCH.replaceAll('€', '\u0080'), 'latin1'), ['Windows-1252']],
  ['UTF-16', Buffer.from(`\uFEFF${FRENCH}`, 'utf16le'), []],
  ['tabs', Buffer.from(FRENCH.replaceAll(';', '\t')), []],
])('a catalogue as French software exports it is read: %s', async (_, bytes, encodings) => {
  const result = await read(bytes);
  expect(values(result)).toEqual(FRENCH_RECORDS);
  expect(result.encodings).toEqual(encodings);
});

test('every column is said, with what it was read as', async () => {
  const { columns } = await read(FRENCH);
  expect(columns).toContain('PV HT=netPrice');
  expect(columns).toContain('Sous-famille=categoryPath.1');
  expect(columns).toContain('Marque=custom');
});

test('what the table says is understood by the reader of records', async () => {
  const [first] = values(await read(FRENCH));
  expect(readProduct(first)).toMatchObject({
    ok: true,
    value: { change: { fields: { netPrice: '1234.5', taxRate: '20', weight: '0.25' } } },
  });
});

test('English headers, a path in one column, sleeping articles and variants', async () => {
  const result = await read(
    'SKU,Parent,Title,Category,Sommeil,Couleur,Taille\nP,,Shirt,Clothes > Shirts,N,,\nP-1,P,,,O,Bleu,L\nQ,,Lamp,,,Rouge,\n',
  );
  expect(values(result)).toEqual([
    { reference: 'P', name: 'Shirt', categoryPath: ['Clothes', 'Shirts'], active: '1' },
    {
      reference: 'P-1',
      parent: 'P',
      active: '0',
      axes: [
        { name: 'Couleur', value: 'Bleu' },
        { name: 'Taille', value: 'L' },
      ],
    },
    { reference: 'Q', name: 'Lamp', customFields: { Couleur: 'Rouge' } },
  ]);
});

test('lines are counted through blank lines and line breaks in cells', async () => {
  const { records } = await read('ref;nom\nA;"deux\nlignes"\n\nB;x\n');
  expect(records.map(({ line }) => line)).toEqual([2, 5]);
});

test('a quote that is never closed is told, and what came before it is kept', async () => {
  const result = await read('ref;nom\nA;x\nB;"never\nC;y\n');
  expect(values(result)).toEqual([
    { reference: 'A', name: 'x' },
    expect.objectContaining({ reason: 'record_too_long', line: 3 }),
  ]);
});

test('a table without references is refused with the names that would do', async () => {
  const error: unknown = await read('Nom;Prix\nx;1\n').catch((thrown: unknown) => thrown);
  expect(error instanceof PasserelleError && error.problem).toMatchObject({
    reason: 'column_missing',
    field: 'reference',
    value: 'Nom, Prix',
    expected: expect.stringContaining('code article'),
  });
});

test('a header that is a name of JavaScript’s own does no harm', async () => {
  const [record] = values(await read('ref;__proto__;constructor\nA;x;y\n'));
  expect(Object.keys(Object(record).customFields)).toEqual(['__proto__', 'constructor']);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test('the delimiter is the one that stands outside quotes', () => {
  expect(delimiterFromHead('"a,b,c";d;e\n1,2,3,4,5')).toBe(';');
  expect(delimiterFromHead('\n\na\tb')).toBe('\t');
  expect(delimiterFromHead('reference')).toBe(';');
});

test('customers, with billing and delivery address', async () => {
  const [record] = values(
    await read(
      'Code client;Raison sociale;E-mail;CP;Ville;Ville livraison;Catégorie tarifaire;Zone\nBAGUES;Bague’s;a@b.fr;57000;Metz;Nancy;Grossistes;Est',
      'customers',
    ),
  );
  expect(readCustomer(record)).toMatchObject({
    ok: true,
    value: {
      erp: {
        code: 'BAGUES',
        fields: { company: 'Bague’s', email: 'a@b.fr', priceCategory: 'Grossistes' },
        billingAddress: { fields: { postcode: '57000', city: 'Metz' } },
        deliveryAddresses: [{ fields: { city: 'Nancy' } }],
        customFields: { Zone: 'Est' },
      },
    },
  });
});

test('price rules: the column tells whether it is a price or a reduction', async () => {
  const result = await read(
    'Code article;Client;Remise %;À partir de;Du\nA;CCL1;12,5;10;01/02/2026',
    'price-rules',
  );
  expect(readPriceRule(values(result)[0])).toMatchObject({
    ok: true,
    value: {
      reference: 'A',
      customer: 'CCL1',
      kind: 'percent_off',
      value: '12.5',
      fromQuantity: '10',
      validFrom: '2026-02-01 00:00:00',
    },
  });
});

const ORDER_LINES = [
  'N° commande;Date;Statut;Nom;Prénom;Adresse;CP;Ville;Pays;E-mail;Référence;Désignation;Quantité;PU HT;TVA;Port TTC',
  '1;22/03/2026;payee;Lee;Ondine;1 rue A;57000;Metz;FR;o@example.org;A;Article;3;9,99;20;4,90',
  '1;22/03/2026;payee;Lee;Ondine;1 rue A;57000;Metz;FR;o@example.org;B;Bouquin;1;10;5,5;4,90',
  '2;23/03/2026;payee;Doe;Jo;2 rue B;57000;Metz;FR;j@example.org;A;Article;1;9,99;20;0',
];

test('the rows of an order make one order, whose sums follow from its lines', async () => {
  const [first, second] = values(await read(ORDER_LINES.join('\n'), 'orders')).map(readOrder);
  expect(first).toMatchObject({
    ok: true,
    value: {
      order: {
        id: '1',
        placedAt: '2026-03-22 00:00:00',
        customer: { lastName: 'Lee', email: 'o@example.org' },
        delivery: { city: 'Metz' },
        totals: { productsExclTax: '39.97', productsInclTax: '46.51', shippingInclTax: '4.9', paid: '51.41' },
        lines: [{ reference: 'A', quantity: '3' }, { reference: 'B' }],
      },
    },
  });
  expect(second).toMatchObject({ ok: true, value: { order: { id: '2', totals: { paid: '11.99' } } } });
});

test('an order whose stated total is wrong is refused', async () => {
  const lines = ORDER_LINES.map((line, index) => `${line};${index === 0 ? 'Total TTC' : '51,40'}`);
  const [first] = values(await read(lines.slice(0, 3).join('\n'), 'orders')).map(readOrder);
  expect(first).toMatchObject({ ok: false, problem: { reason: 'totals_mismatch', expected: '51.41' } });
});
