import { expect, test } from 'vitest';
import { problem } from '../../domain/problem.ts';
import { inWireNames } from './field-names.ts';

test.each([
  ['customer', 'deliveryAddresses', 'livraisons'],
  ['customer', 'discountRate', 'tauxderemise'],
  ['product', 'netPrice', 'p_vente'],
  ['variant', 'ean13', 'EAN13'],
  ['product', 'xx_marque', 'xx_marque'],
  ['order', 'state', 'state'],
] as const)('a shop’s complaint of a %s’s %s names %s', (entity, field, name) => {
  const found = problem('value_too_long', { entity, record: 'A', field });
  expect(inWireNames(found)).toEqual({ ...found, field: name });
});

test('a complaint without a field stays as it is', () => {
  expect(inWireNames(problem('store_full'))).toEqual({ reason: 'store_full' });
});
