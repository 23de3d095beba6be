import { type LocalDateTime, parseLocalDateTime } from '../../src/domain/dates.ts';
import { type Decimal, parseDecimal } from '../../src/domain/decimal.ts';

/** A number or date that this script knows to be right. */
export function decimal(value: string | number): Decimal {
  const parsed = parseDecimal(String(value));
  if (parsed === undefined) throw new Error(`no decimal: ${value}`);
  return parsed;
}

export function moment(text: string): LocalDateTime {
  const parsed = parseLocalDateTime(text);
  if (parsed === undefined) throw new Error(`no date: ${text}`);
  return parsed;
}

/** Cents as an amount. */
export const euros = (cents: number): Decimal => decimal((cents / 100).toFixed(2));

/**
 * An EAN-13 with its right check digit. The prefixes 20 to 29 are for use within one company: no product on sale
 * anywhere has this number.
 */
export function ean13(number: number): string {
  const digits = `299${String(number).padStart(9, '0')}`;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
