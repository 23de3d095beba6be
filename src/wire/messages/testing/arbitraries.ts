import fc from 'fast-check';
import { type LocalDateTime, parseLocalDateTime } from '../../../domain/dates.ts';
import { dateTime, decimal } from '../../../parsing/testing/arbitraries.ts';
import { KINDS } from '../../../testing/model/values.ts';
import type { ValueOf, WireFieldsOf, WireKind, WireTable } from '../parts/field-table.ts';

/** What breaks naive writers and readers of XML, of escaped quotes, and of tolerant markup. */
const NASTY = [
  "'",
  '"',
  '\\',
  "\\'",
  '\\"',
  '\\\\',
  '&',
  '&amp;',
  '&#39;',
  '&eacute;',
  ']]>',
  '<![CDATA[',
  '<br />',
  '<!-- -->',
  '</nom>',
  '</connecteur>',
  '<',
  '>',
  '<>',
  '%;=#{"',
  '\r\n',
  '\n',
  '\r',
  '\t',
  ' ',
  '\u00a0',
  '😀',
  'é',
  '//facultatif',
  'a',
  '0',
];

/** A text that is not blank, with all that may stand in one. */
export const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((value) => value.trim() !== '');

const trimmed = (value: string): string => value.trim();

/** A text whose ends mean nothing. */
export const label = text.map(trimmed);

/** References and codes: anything but white space at their ends. */
export const code = text.map(trimmed);

/** Not one of the protocol's words for "none". */
export const namedCode = code.filter((value) => value !== '0');
export const maybeNone = fc.oneof(fc.constant(''), namedCode);

export const nonZero = decimal.filter((value) => value !== '0');

export const day: fc.Arbitrary<LocalDateTime> = dateTime
  .map((date) => parseLocalDateTime(`${date.slice(0, 10)} 00:00:00`))
  .filter((value) => value !== undefined);

/** A name that no codec knows and that an element can bear. */
const customName = fc
  .tuple(fc.constantFrom('xx_', 'Zone', 'é_', 'x-'), fc.stringMatching(/^[a-z0-9_.]{1,8}$/))
  .map(([start, end]) => `${start}${end}`);

export const customFields = fc.dictionary(customName, text, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});

type Arbitraries<Fields> = { readonly [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> };

const OF_KIND: { readonly [Kind in WireKind]: fc.Arbitrary<ValueOf<Kind>> } = {
  ...KINDS,
  text,
  label,
  code,
  decimal,
  centimetres: decimal,
  kilograms: decimal,
};

/** Values for every field of a table, of the kind that stands there. */
export const valuesOf = <Table extends WireTable>(table: Table): Arbitraries<WireFieldsOf<Table>> =>
  Object.fromEntries(Object.entries(table).map(([name, { kind }]) => [name, OF_KIND[kind]])) as Arbitraries<
    WireFieldsOf<Table>
  >;

/** Any of the keys, none of them undefined. */
export const some = <Fields>(fields: Arbitraries<Fields>) =>
  fc.record<Fields, never>(fields as { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> }, {
    requiredKeys: [],
    noNullPrototype: true,
  });
