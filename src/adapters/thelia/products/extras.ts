import type { Decimal } from '../../../domain/decimal.ts';
import type { PriceLevel } from '../../../domain/product.ts';
import { type Extras, NO_EXTRAS } from '../../side/extras.ts';
import type { NumberMemory } from './numbers.ts';

/** What stands in the side rows' `extras` of a product or variant of Thelia. */
export interface TheliaExtras extends Extras {
  /** Thelia has no prices for groups of customers. */
  readonly priceLevels: Readonly<Partial<Record<PriceLevel, Decimal>>>;
  readonly numbers: NumberMemory;
}

const NOTHING: TheliaExtras = { ...NO_EXTRAS, priceLevels: {}, numbers: {} };

export const theliaExtras = (side: { readonly extras: string } | undefined): TheliaExtras =>
  side ? { ...NOTHING, ...JSON.parse(side.extras) } : NOTHING;
