import { type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import type { RecordChange } from '../../side/family.ts';
import { storedStock } from '../../side/stock.ts';
import type { TheliaExtras } from './extras.ts';
import type { Offered } from './offered.ts';
import type { StoredVariant } from './rows.ts';

import { variantPrice } from './variant-price.ts';

/** A variant as the ERP speaks of it, wherever its parts stand. */
export interface VariantState {
  /** Its own, excluding tax; undefined: its product's holds. */
  readonly price: Decimal | undefined;
  /** Undefined: nothing was ever said. */
  readonly stock: Decimal | undefined;
  readonly active: boolean;
}

/** `offered`: what Thelia holds of it, once it is on sale there. */
export const stateOf = ({ row, extras }: StoredVariant, offered: Offered | undefined): VariantState => ({
  price: variantPrice(extras, offered),
  stock: offered ? storedStock(offered.stock, row) : parseDecimal(row.stock ?? ''),
  active: offered?.active ?? extras.fields.active ?? true,
});

/** A price of 0 is none of its own (docs/protocol.md, Fields). */
export function changedState(before: VariantState, { fields }: Pick<RecordChange, 'fields'>): VariantState {
  const { netPrice = before.price, stock, active } = fields;
  return {
    price: netPrice === null || netPrice === ZERO ? undefined : netPrice,
    stock: stock ?? before.stock,
    active: active ?? before.active,
  };
}

/** What is kept of a variant that Thelia has no place for yet. */
export const parkedExtras = (extras: TheliaExtras, { price, active }: VariantState): TheliaExtras => ({
  ...extras,
  fields: { ...extras.fields, active },
  numbers: price === undefined ? {} : { netPrice: { said: price, shown: '' } },
});
