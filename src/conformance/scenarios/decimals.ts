const DIGITS = 12;
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Amounts as whole numbers of 10⁻¹², so that nothing is rounded. */
export type Amount = bigint;

export const CENT: Amount = 10n ** BigInt(DIGITS - 2);

export function amountFrom(text: string | undefined): Amount | undefined {
  const [, sign, whole = '', fraction = ''] = NUMBER.exec(text?.trim() ?? '') ?? [];
  if (sign === undefined || fraction.length > DIGITS) return undefined;
  const digits = BigInt(whole + fraction.padEnd(DIGITS, '0'));
  return sign === '-' ? -digits : digits;
}

/** Rounded towards zero at the twelfth decimal. */
export const times = (left: Amount, right: Amount): Amount => (left * right) / 10n ** BigInt(DIGITS);

export const isWithin = (left: Amount, right: Amount, tolerance: Amount): boolean =>
  (left > right ? left - right : right - left) <= tolerance;

/** With four decimals, which is enough for a report. */
export function formatAmount(amount: Amount): string {
  const text = (amount < 0n ? -amount : amount).toString().padStart(DIGITS + 1, '0');
  return `${amount < 0n ? '-' : ''}${text.slice(0, -DIGITS)}.${text.slice(-DIGITS, 4 - DIGITS)}`;
}
