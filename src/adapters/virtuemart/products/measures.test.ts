import { expect, test } from 'vitest';
import { decimal } from '../../../testing/contract/samples.ts';
import { measureChanges, measuresOf } from './measures.ts';

const ROW = {
  ...{ product_weight: '250.0000', product_weight_uom: 'G', product_width: '0.1050', product_length: null },
  ...{ product_height: '1.0000', product_lwh_uom: 'M' },
};

test('weight and dimensions are read in kg and cm; what is NULL has no value', () => {
  expect(measuresOf(ROW)).toEqual({ weight: '0.25', width: '10.5', height: '100' });
});

test('equal ones are no change; a new one takes those beside it along', () => {
  expect(measureChanges(ROW, { weight: decimal('0.25'), width: decimal('10.5'), depth: null })).toEqual({});
  expect(measureChanges(ROW, { depth: decimal('2'), weight: null })).toEqual({
    ...{ product_weight: null, product_weight_uom: 'KG', product_lwh_uom: 'CM' },
    ...{ product_width: '10.5', product_height: '100', product_length: '2' },
  });
});
