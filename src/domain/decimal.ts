import Big from 'big.js';

declare const decimalBrand: unique symbol;

/**
 * An exact decimal number in its one canonical spelling: `-?digits[.digits]`, no exponent, no leading zeros, no
 * trailing zeros after the point, never `-0`. Two decimals are equal exactly when their texts are.
 * Money, rates, quantities and measures are all Decimals: a binary float cannot hold 0.1.
 */
export type Decimal = string & { readonly [decimalBrand]: true };

export const ZERO = '0' as Decimal;

const CANONICAL = /^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const LONGEST = 40;

/**
 * Reads a plain decimal with a point (`12`, `+1.50`, `.5`). No exponent, no grouping: tolerance for commas
 * and spaces lives in parsing/. Gives undefined for anything else, and for more than 40 characters.
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length <= LONGEST && CANONICAL.test(text)) return text as Decimal;
  if (text.length > LONGEST || !PLAIN.test(text)) return undefined;
  return fromBig(new Big(text.startsWith('+') ? text.slice(1) : text));
}

export const add = (a: Decimal, b: Decimal): Decimal => fromBig(new Big(a).plus(b));
export const subtract = (a: Decimal, b: Decimal): Decimal => fromBig(new Big(a).minus(b));
export const multiply = (a: Decimal, b: Decimal): Decimal => fromBig(new Big(a).times(b));

/** Negative, zero or positive, like a sort comparator. Prices are compared by the thousand: the texts tell, without a number. */
export function compare(a: Decimal, b: Decimal): number {
  if (a === b) return 0;
  const isNegative = a.startsWith('-');
  if (isNegative !== b.startsWith('-')) return isNegative ? -1 : 1;
  return isNegative ? compareMagnitudes(b, a) : compareMagnitudes(a, b);
}

/** Of two of one sign: more digits before the point are more; with as many, the greater text is. */
function compareMagnitudes(a: string, b: string): number {
  const difference = wholeLength(a) - wholeLength(b);
  if (difference !== 0) return difference;
  return a < b ? -1 : 1;
}

function wholeLength(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
}

/** Rounds half away from zero, as invoices do. */
export const round = (a: Decimal, places: number): Decimal =>
  fromBig(new Big(a).round(places, Big.roundHalfUp));

/** Quotient, rounded half away from zero to `places`. The divisor must not be zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal {
  const bounded = Big();
  bounded.DP = places;
  bounded.RM = Big.roundHalfUp;
  return fromBig(new bounded(a).div(b));
}

function fromBig(value: Big): Decimal {
  const text = value.toFixed();
  return (text === '-0' ? '0' : text) as Decimal;
}
