import fc from 'fast-check';
import { type LocalDateTime, parseLocalDateTime } from '../../../domain/dates.ts';
import { type Decimal, parseDecimal } from '../../../domain/decimal.ts';

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

const isDecimal = (value: Decimal | undefined): value is Decimal => value !== undefined;

export const decimal: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, fraction]) => parseDecimal(`${whole}.${String(fraction).padStart(6, '0')}`))
  .filter(isDecimal);

export const nonZero = decimal.filter((value) => value !== '0');

const isDate = (value: LocalDateTime | undefined): value is LocalDateTime => value !== undefined;

export const dateTime: fc.Arbitrary<LocalDateTime> = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => parseLocalDateTime(date.toISOString().slice(0, 19).replace('T', ' ')))
  .filter(isDate);

export const day: fc.Arbitrary<LocalDateTime> = dateTime
  .map((date) => parseLocalDateTime(`${date.slice(0, 10)} 00:00:00`))
  .filter(isDate);

/** A name that no codec knows and that an element can bear. */
const customName = fc
  .tuple(fc.constantFrom('xx_', 'Zone', 'é_', 'x-'), fc.stringMatching(/^[a-z0-9_.]{1,8}$/))
  .map(([start, end]) => `${start}${end}`);

export const customFields = fc.dictionary(customName, text, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});

/** Any of the keys, none of them undefined. */
export const some = <Fields>(fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> }) =>
  fc.record<Fields, never>(fields, { requiredKeys: [], noNullPrototype: true });
