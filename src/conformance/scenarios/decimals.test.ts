import { expect, test } from 'vitest';
import { amountFrom, CENT, formatAmount, isWithin, times } from './decimals.ts';

const amount = (text: string): bigint => amountFrom(text) ?? -1n;

test('amounts are exact', () => {
  expect(amount('0.1') + amount('0.2')).toBe(amount('0.3'));
  expect(times(amount('12.5'), amount('-3'))).toBe(amount('-37.5'));
  expect(isWithin(amount('1.80'), amount('1.81'), CENT)).toBe(true);
  expect(isWithin(amount('1.80'), amount('1.811'), CENT)).toBe(false);
});

test('what is no number is none', () => {
  expect(['', '1,5', 'x', undefined].map(amountFrom)).toEqual(Array(4).fill(undefined));
});

test('amounts are written with four decimals', () => {
  expect(['-0.5', '12', '3.14159'].map((text) => formatAmount(amount(text)))).toEqual([
    '-0.5000',
    '12.0000',
    '3.1415',
  ]);
});
