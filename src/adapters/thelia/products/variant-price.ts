import { add, type Decimal, subtract, ZERO } from '../../../domain/decimal.ts';
import { asFloat } from '../floats.ts';
import type { TheliaExtras } from './extras.ts';
import { gross, type NumberColumns, net } from './numbers.ts';

/** What Thelia keeps of a variant's price: its product's, and what the value costs more. Both include tax. */
export interface VariantColumns extends Pick<NumberColumns, 'prix' | 'tva'> {
  readonly surplus: Decimal;
}

const shownOf = ({ prix, tva, surplus }: VariantColumns): string => `${prix} ${surplus} ${tva}`;

/** Whether Thelia still shows what was written for the ERP's price. */
export const isShownPrice = ({ numbers }: TheliaExtras, columns: VariantColumns): boolean =>
  numbers.netPrice?.shown === shownOf(columns);

/** A variant's own price, excluding tax; undefined: its product's holds. `columns`: undefined where it is not on sale. */
export function variantPrice(extras: TheliaExtras, columns: VariantColumns | undefined): Decimal | undefined {
  const said = extras.numbers.netPrice?.said;
  if (!columns || isShownPrice(extras, columns)) return said;
  return columns.surplus === ZERO ? undefined : net(add(columns.prix, columns.surplus), columns.tva);
}

export interface WrittenPrice {
  readonly surplus: Decimal;
  readonly extras: TheliaExtras;
}

/** What has to stand there for a price of its own, `undefined` for none. */
export function writtenPrice(
  extras: TheliaExtras,
  price: Decimal | undefined,
  { prix, tva }: Pick<NumberColumns, 'prix' | 'tva'>,
): WrittenPrice {
  if (price === undefined) return { surplus: ZERO, extras: { ...extras, numbers: {} } };
  const surplus = asFloat(subtract(gross(price, extras.fields.taxRate ?? tva), prix));
  const netPrice = { said: price, shown: shownOf({ prix, tva, surplus }) };
  return { surplus, extras: { ...extras, numbers: { netPrice } } };
}
