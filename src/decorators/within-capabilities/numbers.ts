import { type Decimal, round } from '../../domain/decimal.ts';
import { fail } from '../../domain/error.ts';
import type { Digits } from '../../shop/capabilities.ts';
import type { Remarks } from './remarks.ts';

export interface NumberPlace {
  readonly field: string;
  /** Undefined: any. */
  readonly digits: Digits | undefined;
  readonly remarks: Remarks;
}

/** The number as the shop can keep it, rounded half away from zero. Throws `number_too_large`. */
export function fitNumber(value: Decimal, { field, digits, remarks }: NumberPlace): Decimal {
  if (!digits) return value;
  const kept = round(value, digits.scale);
  const limit = digits.precision - digits.scale;
  if (wholeDigits(kept) > limit) throw fail('number_too_large', { ...remarks.about, field, value, limit });
  if (kept !== value) remarks.add('number_rounded', { field, value, expected: kept });
  return kept;
}

const wholeDigits = (value: Decimal): number => /^-?0?(\d*)/.exec(value)?.[1]?.length ?? 0;
