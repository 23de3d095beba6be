import fc from 'fast-check';
import type { Changes } from '../../domain/changes.ts';
import { type LocalDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import { type Decimal, parseDecimal, ZERO } from '../../domain/decimal.ts';
import type { FieldKind, FieldsOf, FieldTable, KindTypes } from '../../domain/fields.ts';
import { VALUES } from '../contract/samples.ts';

/** Texts that have broken something somewhere. */
const NASTY = [
  'Bague’s <b>en</b> or<br />',
  "2 et pourcent'z",
  '<>%;=#{"',
  'C:\\new',
  '&amp; & &eacute;',
  ']]>',
  '😀 日本',
  'a\nb',
  '0',
  'null',
  "'; DROP TABLE product;--",
] as const;

// Control characters have no place in XML, and lone surrogates none in UTF-8.
const isSendable = (text: string): boolean =>
  text === text.trim() && text !== '' && !/\p{Cc}|\p{Cs}|\ufffe|\uffff/u.test(text);

export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter(isSendable),
);

const canonical = (plain: string): Decimal => parseDecimal(plain) ?? ZERO;

export const decimal: fc.Arbitrary<Decimal> = fc.oneof(
  fc.constantFrom('0', '0.1', '-3.5', '12', '9007199254740993', '0.000001').map(canonical),
  fc.tuple(fc.integer(), fc.nat(9999)).map(([whole, part]) => canonical(`${whole}.${part}`)),
);

export const positive: fc.Arbitrary<Decimal> = decimal.map((value) => canonical(value.replace('-', '')));

/** Where the protocol writes 0 for no value. */
export const aboveZero: fc.Arbitrary<Decimal> = positive.filter((value) => value !== ZERO);

export const dateTime: fc.Arbitrary<LocalDateTime> = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
  .map((date) => parseLocalDateTime(date.toISOString().slice(0, 19).replace('T', ' ')))
  .filter((date) => date !== undefined);

type OfKinds = { readonly [Kind in FieldKind]: fc.Arbitrary<KindTypes[Kind]> };

/** What is worth trying beside the contract's own values. */
const MORE: Partial<OfKinds> = { text, decimal, date: dateTime };

/** Values of every kind that a field may be of. */
export const KINDS = Object.fromEntries(
  Object.entries(VALUES).map(([kind, value]) => {
    const samples: fc.Arbitrary<unknown> = fc.nat({ max: 9 }).map((place) => value(kind, place));
    const more: fc.Arbitrary<unknown> | undefined = MORE[kind as FieldKind];
    return [kind, more ? fc.oneof(samples, { weight: 4, arbitrary: more }) : samples];
  }),
) as OfKinds;

/** Values for every field of a table. */
export const ofKinds = <Table extends FieldTable>(table: Table): Arbitraries<FieldsOf<Table>> =>
  Object.fromEntries(Object.entries(table).map(([name, kind]) => [name, KINDS[kind]])) as Arbitraries<
    FieldsOf<Table>
  >;

type Arbitraries<Fields> = { readonly [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> };

/** Any of the fields, each absent, said, or (where the way to the shop can say it) emptied. */
export function changes<Fields>(
  fields: Arbitraries<Fields>,
  { clearing }: { readonly clearing: boolean },
): fc.Arbitrary<Changes<Fields>> {
  const entries = Object.entries<fc.Arbitrary<unknown>>(fields);
  const said = entries.map(([name, values]) => [name, clearing ? fc.option(values, { freq: 4 }) : values]);
  return fc.record(Object.fromEntries(said), { requiredKeys: [] }) as fc.Arbitrary<Changes<Fields>>;
}

/** A record of names that senders choose. */
export const names = (
  keys: readonly string[],
  { clearing }: { readonly clearing: boolean },
): fc.Arbitrary<Readonly<Record<string, string | null>>> =>
  fc.dictionary(fc.constantFrom(...keys), clearing ? fc.option(text, { freq: 4 }) : text, { maxKeys: 3 });

/** Left out now and then. */
export const perhaps = <Value, Key extends string>(
  key: Key,
  values: fc.Arbitrary<Value>,
): fc.Arbitrary<Partial<Record<Key, Value>>> =>
  fc.record({ [key]: values }, { requiredKeys: [] }) as fc.Arbitrary<Partial<Record<Key, Value>>>;

/** The parts of a record put together. */
export const combined = <First, Second>(
  first: fc.Arbitrary<First>,
  second: fc.Arbitrary<Second>,
): fc.Arbitrary<First & Second> => fc.tuple(first, second).map(([a, b]) => ({ ...a, ...b }));
