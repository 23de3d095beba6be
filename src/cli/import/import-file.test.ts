import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { runCommand } from '../../../test/support/run-command.ts';
import type { RecordKind } from '../../records/kinds.ts';
import { createMemoryShop } from '../../testing/memory-shop.ts';
import { EXPORTS } from '../export/lines.ts';
import { wordingOf } from '../wording/languages.ts';
import { importFile } from './import-file.ts';
import type { Format } from './sources.ts';

function createStore() {
  const { shop, reader, seed } = createMemoryShop();
  return { shop, backoffice: { ...reader, placeOrder: seed.order, saveShopCustomer: seed.customer } };
}

interface Import {
  readonly text: string;
  readonly kind: RecordKind;
  readonly format?: Format;
}

/** What the import says on standard error, and how many it refused. */
async function load(store: ReturnType<typeof createStore>, { text, kind, format = 'jsonl' }: Import) {
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
  const context = { terminal, language: 'en', wording: wordingOf('en') } as const;
  const { refused } = await importFile(source, store, context);
  return { refused, said };
}

async function exported(store: ReturnType<typeof createStore>, kind: RecordKind): Promise<unknown[]> {
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
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-import-'));
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
  await rm(folder, { recursive: true });
});
