import { expect, test } from 'vitest';
import { shownValue } from './shown-value.ts';

const writing = {
  number: (value: string) => `number ${value}`,
  money: (value: string) => `money ${value}`,
  moment: (value: string) => `moment ${value}`,
  yes: 'yes',
  no: 'no',
};
const shown = (path: string, value: unknown) => shownValue(path, value, writing);

test('the field tells what its value is', () => {
  expect(shown('netPrice', '12.5')).toBe('money 12.5');
  expect(shown('categoryPrices.Grossistes', '3')).toBe('money 3');
  expect(shown('stock', '-3')).toBe('number -3');
  expect(shown('ean13', '3760000000001')).toBe('3760000000001');
  expect(shown('validFrom', '2026-01-31 00:00:00')).toBe('moment 2026-01-31 00:00:00');
  expect(shown('active', false)).toBe('no');
});

test('lists and what has parts', () => {
  expect(shown('categoryPath', ['Maison', 'Vaisselle'])).toBe('Maison › Vaisselle');
  expect(shown('axes', [{ name: 'Couleur', value: 'Bleu' }])).toBe('Couleur: Bleu');
  expect(shown('image', { type: 'image/png' })).toBe('{"type":"image/png"}');
});
