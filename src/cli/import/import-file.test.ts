import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { runCommand } from '../../../test/support/run-command.ts';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import type { Format } from '../../records/formats.ts';
import type { RecordKind } from '../../records/kinds.ts';
import { createMemoryShop } from '../../testing/memory-shop.ts';
import { EXPORTS, type ExportedShop } from '../export/lines.ts';
import { IMPORT_WORDING } from '../wording/import.ts';
import { importFile } from './import-file.ts';
import type { ImportingShop } from './save-records.ts';

function createStore() {
  const { shop, reader, shopSide } = createMemoryShop();
  return { shop, reader, shopSide };
}

interface Import {
  readonly text: string;
  readonly kind: RecordKind;
  readonly format?: Format;
}

/** What the import says on standard error, and how many it refused. */
async function load(store: ImportingShop, { text, kind, format = 'jsonl' }: Import) {
  let said = '';
  const errors = new Writable({
    write(chunk, _encoding, done) {
      said += String(chunk);
      done();
    },
  });
  const terminal = {
    words: [],
    environment: {},
    folder: '/',
    input: Readable.from([]),
    output: errors,
    errors,
  };
  const source = {
    name: `file.${format}`,
    kind,
    format,
    size: Buffer.byteLength(text),
    open: () => Readable.from([Buffer.from(text)]),
  };
  const context = { terminal, language: 'en' } as const;
  const { refused } = await importFile(source, store, context);
  return { refused, said };
}

async function exported(store: ExportedShop, kind: RecordKind): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const batch of EXPORTS[kind](store, { withFiles: true, all: false })) lines.push(...batch);
  return lines;
}

const jsonLines = (...records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

test('bad records are refused alone, with file and line, and the rest is saved', async () => {
  const store = createStore();
  const text = `${jsonLines({ reference: 'A', netPrice: '1' }, { reference: 'B', netPrice: 'x' })}{"reference":\n\n${jsonLines({ reference: 'C' })}`;
  const { refused, said } = await load(store, { text, kind: 'products' });
  expect(refused).toBe(2);
  expect(said).toContain('file.jsonl:2: product B: "netPrice" is "x": expected a number');
  expect(said).toContain('file.jsonl:3: unreadable record');
  expect(said).toContain('file.jsonl: 2 created, 0 updated, 0 unchanged, 2 refused in');
  expect((await exported(store, 'products')).length).toBe(2);
});

test('a count agrees with its word in French', () => {
  const counts = { created: 2, updated: 2, unchanged: 1, refused: 0, skipped: 2, seconds: 1 };
  expect(IMPORT_WORDING.fr.summary('f', counts)).toBe(
    'f : 2 créés, 2 mis à jour, 1 inchangé, 0 refusé, 2 ignorés en 1 s',
  );
});

test('a refusal in a table names the column as the table does', async () => {
  const { said } = await load(createStore(), {
    text: 'Référence;PV HT\nA;beaucoup\n',
    kind: 'products',
    format: 'csv',
  });
  expect(said).toContain('PV HT → netPrice');
  expect(said).toContain('file.csv:2: product A: "PV HT" is "beaucoup"');
});

test('what the shop refuses is told with its line too', async () => {
  const text = jsonLines({ reference: 'A' }, { reference: 'V', parent: 'V' });
  const { refused, said } = await load(createStore(), { text, kind: 'products' });
  expect(refused).toBe(1);
  expect(said).toContain('file.jsonl:2: product V: the reference "V" cannot be a variant of itself.');
});

test('of a reference that comes twice the last line wins, and nothing is written twice', async () => {
  const store = createStore();
  const text = jsonLines(...Array.from({ length: 300 }, (_, index) => ({ reference: 'A', stock: index })));
  const { said } = await load(store, { text, kind: 'products' });
  expect(said).toContain('1 created, 299 updated');
  expect(await exported(store, 'products')).toEqual([expect.objectContaining({ stock: '299' })]);
});

test('an order that does not add up is refused, a repeated import changes nothing', async () => {
  const store = createStore();
  const order = (id: string, paid: string) => ({
    id,
    state: '2',
    placedAt: '2026-03-22 10:00:00',
    totals: { paid, productsInclTax: '12', productsExclTax: '10' },
    lines: [{ reference: 'A', quantity: '1', netUnitPrice: '10', taxRate: '20' }],
  });
  const text = jsonLines(order('1', '12'), order('2', '12.01'));
  const first = await load(store, { text, kind: 'orders' });
  expect(first.said).toContain('file.jsonl:2: order 2: "totals.paid" is 12.01 instead of 12');
  const again = await load(store, { text, kind: 'orders' });
  expect(again.said).toContain('0 created, 0 updated, 1 unchanged, 1 refused');
});

test('orders are not added to a shop that has its own; a customer of its own is refused alone', async () => {
  const { shop, reader } = createMemoryShop();
  const store = { shop, reader, shopSide: undefined };
  const order = jsonLines({ id: '1', state: '2' });
  await expect(load(store, { text: order, kind: 'orders' })).rejects.toMatchObject({
    problem: { reason: 'own_side_unsupported' },
  });
  const own = { id: '11', lastName: 'L', firstName: 'O', email: 'o@l.fr' };
  const address = { country: 'FR', address1: '1', postcode: '57000', city: 'Metz' };
  const customers = jsonLines({ ...own, address }, { code: 'C1', name: 'Un' });
  const { said, refused } = await load(store, { text: customers, kind: 'customers' });
  expect(refused).toBe(1);
  expect(said).toContain('Orders and customers of this shop come in on its own side');
  expect((await exported(store, 'customers')).length).toBe(1);
});

test('retired price rules are left out, and told', async () => {
  const rule = { source: 's', rule: 'r', reference: 'A', kind: 'price', value: '1', fromQuantity: '1' };
  const text = jsonLines(rule, { ...rule, fromQuantity: '2', retiredAt: '2026-01-01 00:00:00' });
  const store = createStore();
  const { said } = await load(store, { text, kind: 'price-rules' });
  expect(said).toContain('1 created, 0 updated, 0 unchanged, 0 refused, 1 skipped');
  expect(await exported(store, 'price-rules')).toHaveLength(1);
});

test('many refusals are counted, not all told', async () => {
  const text = jsonLines(...Array.from({ length: 150 }, () => ({ name: 'x' })));
  const { refused, said } = await load(createStore(), { text, kind: 'products' });
  expect(refused).toBe(150);
  expect(said.match(/is required/g)).toHaveLength(100);
  expect(said).toContain('… and 50 more refused.');
});

test('a workbook is loaded like any table', async () => {
  const folder = temporaryFolder();
  const rows = [
    ['Référence', 'Désignation', 'PV HT', 'Code barre'],
    ['X-1', 'Théière', 19.9, 3760123456789],
  ];
  await writeXlsxFile(
    rows.map((row) => row.map((value) => ({ value }))),
    { sheet: 'products' },
  ).toFile(join(folder, 'products.xlsx'));
  const words = ['--data', join(folder, 'data'), '--lang', 'en'];
  const run = (...more: string[]) => runCommand([...more, ...words], { folder });
  const { exitCode, errors } = await run('import', 'products.xlsx');
  expect({ exitCode, errors }).toMatchObject({
    exitCode: 0,
    errors: expect.stringMatching(/PV HT → netPrice(?:.|\n)*1 created/),
  });
  const { output } = await run('export', 'products');
  expect(JSON.parse(output)).toMatchObject({ reference: 'X-1', netPrice: '19.9', ean13: '3760123456789' });
});
