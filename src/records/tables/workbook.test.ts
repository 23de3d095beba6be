import { expect, test } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { PasserelleError } from '../../domain/error.ts';
import { readProduct } from '../product-record.ts';
import { recordsFromTable } from './records.ts';
import type { Row } from './rows.ts';
import { rowsFromWorkbook } from './workbook.ts';

async function workbook(...sheets: { sheet: string; data: SheetData }[]): Promise<Buffer> {
  return writeWorkbook(sheets).toBuffer();
}

async function rows(bytes: Buffer, sheets: readonly string[] = []): Promise<Row[]> {
  return Array.fromAsync(rowsFromWorkbook(bytes, { name: 'articles.xlsx', sheets }));
}

const when = (date: Date) => ({ value: date, type: Date, format: 'dd/mm/yyyy hh:mm:ss' });

test('cells are texts as a person sees them: no float’s artefacts, no exponents, no lost zeros', async () => {
  const bytes = await workbook({
    sheet: 'Feuil1',
    data: [
      ['Code', 'Valeur'],
      ['00123', 19.9],
      ['x', 0.1 + 0.2],
      ['x', 3760123456789],
      ['x', 1e-7],
      ['x', 1e21],
      ['x', -1234.5],
      ['x', 4.35 * 100],
      [true, when(new Date(Date.UTC(2026, 2, 22, 10, 9, 22)))],
      [false, when(new Date(Date.UTC(2026, 2, 22)))],
    ],
  });
  expect((await rows(bytes)).map(({ cells }) => cells)).toEqual([
    ['Code', 'Valeur'],
    ['00123', '19.9'],
    ['x', '0.3'],
    ['x', '3760123456789'],
    ['x', '0.0000001'],
    ['x', '1000000000000000000000'],
    ['x', '-1234.5'],
    ['x', '435'],
    ['1', '2026-03-22 10:09:22'],
    ['0', '2026-03-22'],
  ]);
});

test('empty rows are passed over, and the others keep their line', async () => {
  const bytes = await workbook({ sheet: 'a', data: [[], ['ref', null], [], [null, 'x'], ['  ', null]] });
  expect(await rows(bytes)).toEqual([
    { line: 2, cells: ['ref', ''] },
    { line: 4, cells: ['', 'x'] },
  ]);
});

test('the sheet of one of the names is read, else the first', async () => {
  const bytes = await workbook({ sheet: 'Notes', data: [['n']] }, { sheet: 'ARTICLES', data: [['ref']] });
  expect(await rows(bytes, ['products', 'articles'])).toEqual([{ line: 1, cells: ['ref'] }]);
  expect(await rows(bytes, ['stock'])).toEqual([{ line: 1, cells: ['n'] }]);
});

test('a workbook’s rows are records like any table’s', async () => {
  const data = [
    ['Référence', 'Désignation', 'PV HT', 'Code barre', 'Sommeil'],
    ['007', 'Lampe', 19.9, 3760123456789, false],
  ];
  const batches = await Array.fromAsync(
    recordsFromTable(
      rowsFromWorkbook(await workbook({ sheet: 'a', data }), { name: 'a', sheets: [] }),
      'products',
    ),
  );
  const [record] = batches.flat();
  expect(record?.line).toBe(2);
  expect(record && 'value' in record && readProduct(record.value)).toMatchObject({
    value: {
      change: {
        reference: '007',
        fields: { name: 'Lampe', netPrice: '19.9', ean13: '3760123456789', active: true },
      },
    },
  });
});

test.each([
  ['a text', Buffer.from('Référence;Prix')],
  ['nothing', Buffer.alloc(0)],
  ['the old format', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
])('what is no XLSX is refused with the file’s name: %s', async (_, bytes) => {
  const error: unknown = await rows(bytes).catch((thrown: unknown) => thrown);
  expect(error instanceof PasserelleError && error.problem).toMatchObject({
    reason: 'file_unreadable',
    value: 'articles.xlsx',
  });
});

test('a workbook cut anywhere is refused, never read in part', async () => {
  const bytes = await workbook({
    sheet: 'a',
    data: [['ref'], ...Array.from({ length: 50 }, (_, i) => [`r${i}`])],
  });
  for (const part of [0.2, 0.5, 0.9]) {
    const cut = bytes.subarray(0, Math.floor(bytes.length * part));
    await expect(rows(cut)).rejects.toThrow(PasserelleError);
  }
});

test('a workbook that says of itself that it would fill the memory is refused before it is unpacked', async () => {
  const bytes = await workbook({ sheet: 'A', data: [['Code']] });
  const entry = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(2 ** 30, entry + 24);
  await expect(rows(bytes)).rejects.toMatchObject({
    problem: { reason: 'file_unreadable', value: 'articles.xlsx', expected: '> 256 MiB' },
  });
});
