import { expect, test } from 'vitest';
import { decimal } from '../../testing/contract/samples.ts';
import { shownStock, stockSide, storedStock } from './stock.ts';

test.each([
  ['12', 12],
  ['12.9', 12],
  ['0.5', 0],
  ['-1', 0],
  ['-0.5', 0],
  ['99999999999', 2_147_483_647],
])('a stock of %s is shown as %i', (stock, shown) => {
  expect(shownStock(decimal(stock))).toBe(shown);
});

test.each(['12', '12.9', '-1', '-3.5', '0'])('%s comes back as it was said', (text) => {
  const stock = decimal(text);
  expect(storedStock(shownStock(stock), stockSide(stock))).toBe(stock);
});

test('what the CMS has sold since counts', () => {
  expect(storedStock(11, stockSide(decimal('12.9')))).toBe('11');
});

test('a CMS that keeps no stock has none', () => {
  expect(storedStock(undefined, undefined)).toBeUndefined();
});
