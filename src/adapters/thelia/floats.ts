import { compare, type Decimal, multiply, parseDecimal, subtract, ZERO } from '../../domain/decimal.ts';

/** A `float` is told from every other one by so many digits at most. */
const MOST_DIGITS = 9;

/** The shortest number that a `float` column keeps as this value: what a person meant who wrote it there. */
export function decimalFromFloat(value: number): Decimal {
  const single = Math.fround(value);
  for (let digits = 1; digits <= MOST_DIGITS; digits += 1) {
    const text = single.toPrecision(digits);
    if (Math.fround(Number(text)) === single) return plain(text);
  }
  return plain(single.toPrecision(MOST_DIGITS));
}

/** `toPrecision` writes 1.2e+9 for what is long. */
function plain(text: string): Decimal {
  const [digits = '', exponent = '0'] = text.split('e');
  const power = Number(exponent);
  const factor = power < 0 ? `0.${'0'.repeat(-power - 1)}1` : `1${'0'.repeat(power)}`;
  return multiply(parseDecimal(digits) ?? ZERO, parseDecimal(factor) ?? ZERO);
}

/** What a `float` column makes of a number. */
export const asFloat = (value: Decimal): Decimal => decimalFromFloat(Number(value));

/** Whether the column keeps an amount to the cent: a `float` does so below about 130,000. */
export function keepsCents(amount: Decimal): boolean {
  const difference = subtract(amount, asFloat(amount));
  return compare(difference, HALF_CENT) < 0 && compare(subtract(ZERO, difference), HALF_CENT) < 0;
}

const HALF_CENT = parseDecimal('0.005') ?? ZERO;
