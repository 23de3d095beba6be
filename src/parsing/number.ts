import { type Decimal, parseDecimal } from '../domain/decimal.ts';

const LONGEST_NUMBER = 60;
const SPACE = /\s/g;
/** Thousands in groups of three behind one and the same separator, then perhaps a decimal point or comma. */
const GROUPED = /^([+-]?)([1-9]\d{0,2}([ .,])\d{3}(?:\3\d{3})*)(?:([.,])(\d*))?$/;

/**
 * Reads a number as senders write it: `12.50`, `12,50`, `1 234,50` (any kind of space), `1.234,50`, `1,234.50`,
 * `1.234.567`. One lone comma or point is always the decimal one: `1,234` is 1.234. Undefined for anything else.
 */
export function parseNumber(text: string): Decimal | undefined {
  const direct = parseDecimal(text);
  if (direct !== undefined) return direct;
  const trimmed = text.trim();
  return trimmed.length > LONGEST_NUMBER ? undefined : parseDecimal(ungrouped(trimmed.replace(SPACE, ' ')));
}

function ungrouped(text: string): string {
  const [, sign = '', whole = '', separator = '', point, fraction = ''] = GROUPED.exec(text) ?? [];
  const loneSeparator = point === undefined && whole.indexOf(separator) === whole.lastIndexOf(separator);
  if (whole === '' || (loneSeparator && separator !== ' ')) return text.replace(',', '.');
  return point === separator ? text : `${sign}${whole.replaceAll(separator, '')}.${fraction}`;
}
