import { describe, expect, it } from 'vitest';
import { decimal } from '../../../testing/contract/samples.ts';
import { measureChanges, measuresOf } from './measures.ts';

const ROW = {
  product_weight: '250.000',
  product_weight_unit: 'g',
  product_width: '0.105',
  product_length: '0.000',
  product_height: '1.000',
  product_dimension_unit: 'm',
};

describe('weight and dimensions', () => {
  it('are read in kg and cm, whatever unit the product has', () => {
    expect(measuresOf(ROW)).toEqual({ weight: '0.25', width: '10.5', height: '100', depth: '0' });
    expect(measuresOf({ ...ROW, product_weight_unit: 'lb', product_dimension_unit: 'in' })).toMatchObject({
      weight: '113.3980925',
      height: '2.54',
    });
  });

  it('that are equal in another unit change nothing', () => {
    const said = { weight: decimal('0.25'), width: decimal('10.5'), height: decimal('100') };
    expect(measureChanges(ROW, said)).toEqual({});
    expect(measureChanges(ROW, {})).toEqual({});
  });

  it.each([
    ['g', '1.125', '1125', 'g'],
    ['g', '0.0032', '3.2', 'g'],
    ['kg', '0.0032', '3.2', 'g'],
    ['kg', '1.125', '1.125', 'kg'],
    ['lb', '1.5', '1.5', 'kg'],
    ['g', '0.000001', '0.001', 'g'],
  ])(
    'a weight that was in %s: %s kg is written %s %s',
    (before, said, product_weight, product_weight_unit) => {
      const row = { ...ROW, product_weight_unit: before };
      expect(measureChanges(row, { weight: decimal(said) })).toEqual({ product_weight, product_weight_unit });
    },
  );

  it('dimensions are written in cm; what is not said keeps its size in the new unit', () => {
    expect(measureChanges(ROW, { depth: decimal('3') })).toEqual({
      product_width: '10.5',
      product_height: '100',
      product_length: '3',
      product_dimension_unit: 'cm',
    });
  });
});
