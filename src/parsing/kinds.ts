import type { FieldKind, KindTypes } from '../domain/fields.ts';
import type { Reason } from '../domain/problem.ts';
import { parseBoolean } from './boolean.ts';
import { parseDate } from './date.ts';
import { parseNumber } from './number.ts';

/** A text is what it says; the values of all other kinds are read from one. */
export type ParsedKind = Exclude<FieldKind, 'text'>;

interface KindParser<Value> {
  /** Undefined where the text says nothing of this kind, `null` where it says that there is no value. */
  parse(text: string): Value | null | undefined;
  /** Why such a text is refused. */
  readonly otherwise: Reason;
}

/** How the value of a field is read from a text, wherever that stands: on the wire, in a record of a file. */
export const PARSERS: { readonly [Kind in ParsedKind]: KindParser<KindTypes[Kind]> } = {
  decimal: { parse: parseNumber, otherwise: 'not_a_number' },
  boolean: { parse: parseBoolean, otherwise: 'not_a_boolean' },
  date: { parse: (text) => orNone(parseDate(text)), otherwise: 'not_a_date' },
};

const orNone = <Value>(value: Value | '' | undefined): Value | null | undefined =>
  value === '' ? null : value;

export const PARSED_KINDS = Object.keys(PARSERS) as readonly ParsedKind[];
