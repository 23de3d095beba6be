import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from './number.ts';
import { decimal } from './testing/arbitraries.ts';

test.each([
  ['12.50', '12.5'],
  ['12,50', '12.5'],
  [' 12 ', '12'],
  ['1 234,50', '1234.5'],
  ['1\u00a0234,50', '1234.5'],
  ['1\u202f234\u202f567.05', '1234567.05'],
  ['1.234,50', '1234.5'],
  ['1,234.50', '1234.5'],
  ['1.234.567', '1234567'],
  ['1,234,567', '1234567'],
  ['-1 234,5', '-1234.5'],
  ['1,234', '1.234'],
  ['1.234', '1.234'],
  ['12 345', '12345'],
  [',5', '0.5'],
  ['-0', '0'],
  ['0.00', '0'],
  ['19.999999999999999999', '19.999999999999999999'],
])('the number %j is read as %s, exactly', (spelled, expected) => {
  expect(parseNumber(spelled)).toBe(expected);
});

test.each([
  '',
  'abc',
  '12 €',
  '1 23',
  '12 34,5',
  '1.234.56',
  '1,23,4',
  '1.234,5.6',
  '0.123,45',
  '1e5',
  '0x10',
  'NaN',
  '--1',
  '1-',
  '१२',
  '1'.repeat(100_000),
])('%j is no number', (spelled) => {
  expect(parseNumber(spelled)).toBeUndefined();
});

test('every decimal survives French and English grouping', () => {
  fc.assert(
    fc.property(decimal, (value) => {
      const [whole = '', fraction] = value.split('.');
      const grouped = (separator: string, point: string) =>
        whole.replace(/\B(?=(\d{3})+$)/g, separator) + (fraction === undefined ? '' : point + fraction);
      expect(parseNumber(grouped(' ', ','))).toBe(value);
      expect(parseNumber(grouped('\u202f', '.'))).toBe(value);
      if (fraction !== undefined) expect(parseNumber(grouped('.', ','))).toBe(value);
      if (fraction !== undefined) expect(parseNumber(grouped(',', '.'))).toBe(value);
    }),
  );
});
