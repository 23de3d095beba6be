import {
  compare,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  round,
  subtract,
  ZERO,
} from '../../../domain/decimal.ts';
import type { PriceRule } from '../../../domain/price-rule.ts';
import type { WallClock } from '../wall-clock.ts';

const HUNDRED = parseDecimal('100') ?? ZERO;

/**
 * The price that a rule gives, excluding tax. A reduction is taken off the rule's own base price, else off the product's.
 * Undefined where there is nothing to take it off, and for a price of nothing or less: nobody is sold at 0 by a rule.
 */
export function resultingPrice(
  { kind, value, options }: PriceRule,
  productPrice: Decimal | undefined,
  places: number,
): Decimal | undefined {
  const base = options.basePrice ?? productPrice;
  if (kind !== 'price' && base === undefined) return undefined;
  const price = kind === 'price' ? value : reduced(base ?? ZERO, { kind, value });
  const rounded = round(price, places);
  return compare(rounded, ZERO) > 0 ? rounded : undefined;
}

const reduced = (base: Decimal, { kind, value }: Pick<PriceRule, 'kind' | 'value'>): Decimal =>
  kind === 'amount_off' ? subtract(base, value) : subtract(base, divide(multiply(base, value), HUNDRED, 10));

/** From when to when a rule holds, in Unix seconds; 0: without end. A `to` at midnight covers that day. */
export function validity(
  { validFrom, options: { validTo } }: PriceRule,
  clock: WallClock,
): { readonly from: number; readonly to: number } {
  const from = validFrom === '' ? 0 : Math.max(clock.unix(validFrom), 0);
  if (validTo === undefined) return { from, to: 0 };
  const last = validTo.endsWith(' 00:00:00') ? 86_399 : 0;
  return { from, to: Math.max(clock.unix(validTo) + last, 1) };
}

/** The quantity from which a rule holds, in whole pieces. */
export function leastQuantity({ fromQuantity }: PriceRule): number {
  const quantity = Math.ceil(Number(fromQuantity));
  return quantity <= 1 ? 0 : quantity;
}
