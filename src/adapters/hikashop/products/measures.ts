import type { Changes } from '../../../domain/changes.ts';
import { round, ZERO } from '../../../domain/decimal.ts';
import type { ProductFields } from '../../../domain/product.ts';
import { inCentimetres, inKilograms, weightIn } from '../../side/units.ts';
import type { ProductRow } from './rows.ts';

type MeasureColumn = 'product_weight' | 'product_width' | 'product_length' | 'product_height';
type Row = Pick<ProductRow, MeasureColumn | 'product_weight_unit' | 'product_dimension_unit'>;
export type MeasureChanges = Partial<Record<keyof Row, string>>;

const SIZES = { width: 'product_width', depth: 'product_length', height: 'product_height' } as const;
const SCALE = 3;

export type Measures = Pick<ProductFields, 'weight' | 'width' | 'height' | 'depth'>;

/** In kg and cm, whatever unit the product has. */
export function measuresOf(row: Row): Measures {
  const unit = row.product_dimension_unit;
  return {
    weight: inKilograms(row.product_weight, row.product_weight_unit),
    width: inCentimetres(row.product_width, unit),
    height: inCentimetres(row.product_height, unit),
    depth: inCentimetres(row.product_length, unit),
  };
}

/**
 * What has to be written: cm, and kg or g. The dimensions share one unit, so that those which are not said are converted
 * along with the others.
 */
export function measureChanges(row: Row, said: Changes<ProductFields>): MeasureChanges {
  const before = measuresOf(row);
  const isNew = (name: keyof Measures): boolean => Boolean(said[name]) && said[name] !== before[name];
  const changes: MeasureChanges = {};
  if (isNew('weight')) {
    const { value, unit } = weightIn(said.weight ?? ZERO, row.product_weight_unit, SCALE);
    changes.product_weight = value;
    changes.product_weight_unit = unit;
  }
  if (isNew('width') || isNew('height') || isNew('depth')) {
    changes.product_dimension_unit = 'cm';
    for (const name of ['width', 'height', 'depth'] as const)
      changes[SIZES[name]] = round(said[name] ?? before[name], SCALE);
  }
  return changes;
}
