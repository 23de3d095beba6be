import { expect, test } from 'vitest';
import { fieldRows } from './field-rows.ts';

test('each field once, under the path of its writer; what has no value is left out', () => {
  const rows = fieldRows({
    name: 'Bol',
    stock: '3',
    category: { path: ['Maison', 'Vaisselle'] },
    axes: [],
    priceLevels: { 2: '4.5' },
    categoryPrices: [{ category: 'Grossistes', netPrice: '4' }],
    customFields: { marque: 'Sans marque' },
    translations: { de: { name: 'Schale' } },
  });
  expect(Object.fromEntries(rows.map(({ path, value }) => [path, value]))).toEqual({
    name: 'Bol',
    stock: '3',
    categoryPath: ['Maison', 'Vaisselle'],
    'priceLevels.2': '4.5',
    'categoryPrices.Grossistes': '4',
    'customFields.marque': 'Sans marque',
    'translations.de.name': 'Schale',
  });
});
