import type { Changes } from '../../../domain/changes.ts';
import { type Decimal, round } from '../../../domain/decimal.ts';
import type { ProductFields } from '../../../domain/product.ts';
import { inCentimetres, inKilograms } from '../../side/units.ts';
import type { ProductRow } from './rows.ts';

type MeasureColumn = 'product_weight' | 'product_width' | 'product_length' | 'product_height';
type Row = Pick<ProductRow, MeasureColumn | 'product_weight_uom' | 'product_lwh_uom'>;
export type MeasureChanges = Partial<Record<keyof Row, string | null>>;

const SIZES = { width: 'product_width', depth: 'product_length', height: 'product_height' } as const;
const SIZE_NAMES = ['width', 'height', 'depth'] as const;
const SCALE = 4;

export type Measures = Pick<ProductFields, 'weight' | 'width' | 'height' | 'depth'>;

/** In kg and cm, whatever unit the product has; what is NULL has no value. */
export function measuresOf(row: Row): Partial<Measures> {
  const sizes = SIZE_NAMES.flatMap((name): [string, Decimal][] => {
    const value = row[SIZES[name]];
    return value === null ? [] : [[name, inCentimetres(value, row.product_lwh_uom ?? '')]];
  });
  return {
    ...(row.product_weight !== null && {
      weight: inKilograms(row.product_weight, row.product_weight_uom ?? ''),
    }),
    ...Object.fromEntries(sizes),
  };
}

/**
 * What has to be written: KG and CM. The dimensions share one unit, so that those which are not said are converted along
 * with the others.
 */
export function measureChanges(row: Row, said: Changes<ProductFields>): MeasureChanges {
  const before = measuresOf(row);
  const isNew = (name: keyof Measures): boolean =>
    said[name] !== undefined && said[name] !== (before[name] ?? null);
  const changes: MeasureChanges = {};
  if (isNew('weight')) {
    changes.product_weight = said.weight ?? null;
    changes.product_weight_uom = 'KG';
  }
  if (SIZE_NAMES.some(isNew)) {
    changes.product_lwh_uom = 'CM';
    for (const name of SIZE_NAMES) {
      const size = said[name] === undefined ? before[name] : said[name];
      changes[SIZES[name]] = size ? round(size, SCALE) : null;
    }
  }
  return changes;
}
