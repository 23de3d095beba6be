import { type Decimal, multiply, parseDecimal, round } from '../../../domain/decimal.ts';
import { fail } from '../../../domain/error.ts';
import { quotable } from '../../../domain/problem.ts';
import { parseDate } from '../../../parsing/date.ts';
import { PARSERS } from '../../../parsing/kinds.ts';
import { parseNumber } from '../../../parsing/number.ts';
import { formatMoment } from './date-format.ts';
import type { FieldMap, NumberFormat } from './field-map.ts';
import type { Slot } from './slots.ts';

export interface Conversion {
  readonly map: FieldMap;
  readonly to: Slot;
}

/** A slot's value as a text; null where it is empty, undefined where nothing is said. */
export function textOf(value: unknown): string | null | undefined {
  if (value === undefined) return undefined;
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = String(value);
  return text.trim() === '' ? null : text;
}

/** What the target takes. Throws `not_a_number`, `not_a_date`, `not_a_boolean` or `not_in_list`, which name the source. */
export function converted(text: string, { map, to }: Conversion): string | boolean {
  const field = map.from ?? map.to;
  const looked = map.table ? lookedUp(text, map.table, map) : text;
  const formatted = formattedValue(looked, { map, to, field });
  if (to.values && !to.values.includes(formatted)) throw refusal('not_in_list', field, formatted, to.values);
  if (to.kind === 'text') return formatted;
  const { parse, otherwise } = PARSERS[to.kind];
  const value = parse(formatted);
  if (value === undefined || value === null) throw refusal(otherwise, field, formatted);
  return value;
}

function lookedUp(text: string, table: Readonly<Record<string, string>>, map: FieldMap): string {
  const key = text.trim();
  if (Object.hasOwn(table, key)) return table[key] ?? '';
  if (map.default !== undefined) return map.default;
  throw refusal('not_in_list', map.from ?? map.to, text, Object.keys(table));
}

function formattedValue(text: string, { map, to, field }: Conversion & { readonly field: string }): string {
  if (map.number) {
    const number = parseNumber(text);
    if (number === undefined) throw refusal('not_a_number', field, text);
    return formatNumber(number, map.number, to);
  }
  if (map.date === undefined) return text;
  const date = parseDate(text);
  if (!date) throw refusal('not_a_date', field, text);
  return formatMoment(date, map.date);
}

function formatNumber(
  number: Decimal,
  { factor = '1', places, separator = '.' }: NumberFormat,
  to: Slot,
): string {
  const scaled = multiply(number, parseDecimal(factor) ?? number);
  const rounded = places === undefined ? scaled : round(scaled, places);
  if (to.kind !== 'text') return rounded;
  const [whole = '', fraction = ''] = rounded.split('.');
  const digits = places === undefined ? fraction : fraction.padEnd(places, '0');
  return digits === '' ? whole : `${whole}${separator}${digits}`;
}

type Refusal =
  | 'not_a_number'
  | 'not_a_date'
  | 'not_a_boolean'
  | 'not_in_list'
  | (typeof PARSERS)[keyof typeof PARSERS]['otherwise'];

const MOST_NAMED = 20;

const refusal = (reason: Refusal, field: string, value: string, expected: readonly string[] = []) =>
  fail(reason, {
    field,
    value: quotable(value),
    ...(expected.length > 0 && { expected: expected.slice(0, MOST_NAMED).join(', ') }),
  });
