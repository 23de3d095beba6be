import {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  subtract,
  ZERO,
} from '../../domain/decimal.ts';

const HUNDRED = parseDecimal('100') ?? ZERO;
const CENT = parseDecimal('0.01') ?? ZERO;

export const sumOf = (values: readonly Decimal[]): Decimal => values.reduce(add, ZERO);

/**
 * The rate, in percent, of an amount and the tax upon it: one of the known rates where that gives the tax to the cent,
 * since the CMS may have rounded it, else the quotient.
 */
export function rateOf(net: Decimal, tax: Decimal, known: readonly Decimal[]): Decimal {
  if (net === ZERO || tax === ZERO) return ZERO;
  const distance = (rate: Decimal): Decimal => {
    const difference = subtract(divide(multiply(net, rate), HUNDRED, 6), tax);
    return compare(difference, ZERO) < 0 ? subtract(ZERO, difference) : difference;
  };
  const [nearest] = [...known].sort((a, b) => compare(distance(a), distance(b)));
  if (nearest !== undefined && compare(distance(nearest), CENT) <= 0) return nearest;
  return divide(multiply(tax, HUNDRED), net, 2);
}
