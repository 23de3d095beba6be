import { type Decimal, parseDecimal, ZERO } from '../../domain/decimal.ts';

/** `units` counted in steps of 10 to the minus `places`: 1250 at 2 places is 12.5. Integers only, up to 2 to the 53. */
export function decimalFromUnits(units: number, places: number): Decimal {
  let whole = Math.abs(units);
  let rest = places;
  // In its canonical spelling a number needs no parsing.
  for (; rest > 0 && whole % 10 === 0; rest--) whole /= 10;
  const digits = String(whole).padStart(rest + 1, '0');
  const point = digits.length - rest;
  const text = rest === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return parseDecimal(units < 0 ? `-${text}` : text) ?? ZERO;
}

export const decimalFromCents = (cents: number): Decimal => decimalFromUnits(cents, 2);

/** A share of an amount, to the cent, half away from zero; `hundredths` of a percent. Amounts are never negative here. */
export const shareOfCents = (cents: number, hundredths: number): number =>
  Math.floor((cents * hundredths + 5_000) / 10_000);
