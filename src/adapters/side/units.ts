import { type Decimal, multiply, parseDecimal, round, ZERO } from '../../domain/decimal.ts';

/** What one of each unit is, in kg and in cm; the units that CMSs offer. */
const KILOGRAMS: Readonly<Record<string, string>> = {
  kg: '1',
  g: '0.001',
  mg: '0.000001',
  lb: '0.45359237',
  oz: '0.028349523125',
  ozt: '0.0311034768',
};
const CENTIMETRES: Readonly<Record<string, string>> = {
  cm: '1',
  m: '100',
  dm: '10',
  mm: '0.1',
  in: '2.54',
  ft: '30.48',
  yd: '91.44',
};

/** Of a number in one of the CMS's units, in any case; one of an unknown unit is taken as it is. */
export const inKilograms = (value: string, unit: string): Decimal =>
  converted(value, KILOGRAMS[unit.toLowerCase()]);
export const inCentimetres = (value: string, unit: string): Decimal =>
  converted(value, CENTIMETRES[unit.toLowerCase()]);

/** A weight in a unit that shows it with at most `scale` digits after the point: in the one it had, where that is metric. */
export function weightIn(
  kilograms: Decimal,
  unit: string,
  scale: number,
): { readonly value: Decimal; readonly unit: string } {
  const grams = multiply(kilograms, THOUSAND);
  const fits = (value: Decimal): boolean => round(value, scale) === value;
  if (unit === 'g' && fits(grams)) return { value: grams, unit };
  return fits(kilograms) ? { value: kilograms, unit: 'kg' } : { value: round(grams, scale), unit: 'g' };
}

const THOUSAND = parseDecimal('1000') ?? ZERO;

const converted = (value: string, factor = '1'): Decimal =>
  multiply(parseDecimal(value) ?? ZERO, parseDecimal(factor) ?? ZERO);
