import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCsv, withoutFormula } from './csv-writer.ts';
import { encodeText } from './text-encoding.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(';', '"', '\n', '\r', ' ', ',', '=', '\t', 'a', '\uFEFF', "'") }),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  );

test('a parser reads back every cell as it was', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const read: unknown = parse(formatCsv(rows), { delimiter: ';', record_delimiter: '\r\n' });
      expect(read).toEqual(rows);
    }),
  );
});

test('what a spreadsheet would work out is made a text, and numbers and telephones are left alone', () => {
  for (const text of ['=cmd|’/c calc’!A1', '@SUM(1)', '+A1', '-2+cmd', '\t=1', '+'.concat('A')])
    expect(withoutFormula(text)).toBe(`'${text}`);
  for (const text of ['+33 6 12-34', '-12.5', '(0)1', 'a=b', '', "'x"])
    expect(withoutFormula(text)).toBe(text);
});

test('Windows-1252 has the signs of French, and a question mark for what it has not', () => {
  expect(encodeText('Œuf à 3 €, ’İ日', 'windows-1252').toString('hex')).toBe(
    Buffer.from([
      0x8c, 0x75, 0x66, 0x20, 0xe0, 0x20, 0x33, 0x20, 0x80, 0x2c, 0x20, 0x92, 0x3f, 0x3f,
    ]).toString('hex'),
  );
  expect(encodeText('é', 'utf-8').toString('hex')).toBe('efbbbfc3a9');
});
