import type { Changes } from '../../../domain/changes.ts';
import { type Decimal, divide, multiply } from '../../../domain/decimal.ts';
import { fail } from '../../../domain/error.ts';
import type { FieldKind, FieldTable, KindTypes } from '../../../domain/fields.ts';
import { PARSED_KINDS, PARSERS, type ParsedKind } from '../../../parsing/kinds.ts';
import { parseNumber } from '../../../parsing/number.ts';
import { leaf, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import { isBlank } from './blank.ts';
import type { Fields, TakenField } from './fields.ts';
import { type RecordReading, refuse, remark } from './record-reading.ts';
import { decodeText, encodeText } from './text.ts';

/**
 * What stands on the wire, with the domain's kind that it is read as. `text` keeps its white space; `label` is a short
 * text that others are compared with (a category, an e-mail address) and is trimmed; `code` is trimmed and nothing else
 * is done to it; the measures are turned into cm and kg.
 */
interface OwnKinds {
  label: 'text';
  code: 'text';
  centimetres: 'decimal';
  kilograms: 'decimal';
}
type WireKinds = OwnKinds & { [Kind in FieldKind]: Kind };
export type WireKind = keyof WireKinds;
export type ValueOf<Kind extends WireKind> = KindTypes[WireKinds[Kind]];

/** How one field stands on the wire. */
interface FieldSpec {
  readonly kind: WireKind;
  /** Our own spelling first; with several filled, the earlier wins. */
  readonly names: readonly [string, ...string[]];
  /** Our spelling in PrestaShop's vocabulary, where that has one of its own. */
  readonly prestashop?: string;
  /** An empty one is worth a warning. */
  readonly warnsWhenEmpty?: true;
  /** Two spellings may well differ: they do not mean quite the same. */
  readonly spellingsDiffer?: true;
}

export type WireTable = Readonly<Record<string, FieldSpec>>;
export type WireFieldsOf<Table extends WireTable> = {
  readonly [Name in keyof Table]: ValueOf<Table[Name]['kind']>;
};

type WireKindFor<Kind extends FieldKind> = {
  [Wire in WireKind]: WireKinds[Wire] extends Kind ? Wire : never;
}[WireKind];

/** How every field of a table of the domain stands on the wire. */
export type WireTableFor<Table extends FieldTable> = {
  readonly [Name in keyof Table]: FieldSpec & { readonly kind: WireKindFor<Table[Name]> };
};

export const fieldTable = <const Table extends WireTable>(table: Table): Table => table;

/** Absent stays absent; empty clears where the options say so, and is left out elsewhere. */
export function readChanges<Table extends WireTable>(
  table: Table,
  fields: Fields,
  reading: RecordReading,
): Changes<WireFieldsOf<Table>> {
  const { clearable } = reading.options;
  return readTable(table, { fields, reading, clearable }) as Changes<WireFieldsOf<Table>>;
}

/** What is filled, where empty and absent mean the same (orders). */
export function readFilled<Table extends WireTable>(
  table: Table,
  fields: Fields,
  reading: RecordReading,
): Partial<WireFieldsOf<Table>> {
  return readTable(table, { fields, reading }) as Partial<WireFieldsOf<Table>>;
}

interface TableSource {
  readonly fields: Fields;
  readonly reading: RecordReading;
  readonly clearable?: ReadonlySet<string>;
}

function readTable(table: WireTable, { fields, reading, clearable }: TableSource): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(table)) {
    const field = fields.take(...spec.names);
    if (!field) continue;
    if (isBlank(field.text)) {
      if (clearable?.has(name)) values[name] = null;
      else if (clearable && spec.warnsWhenEmpty) remark(reading, 'empty_ignored', { field: field.name });
      continue;
    }
    if (field.rival && !spec.spellingsDiffer) remarkRival(field, field.rival, reading);
    const value = READERS[spec.kind](field, reading);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function remarkRival(
  winner: TakenField,
  rival: { name: string; text: string },
  reading: RecordReading,
): void {
  remark(reading, 'rival_ignored', {
    field: winner.name,
    value: `${rival.name}=${rival.text}`,
    expected: `${winner.name}=${winner.text}`.slice(0, 80),
  });
}

type Parser<Value> = (field: TakenField, reading: RecordReading) => Value | undefined;

const readText: Parser<string> = ({ text }, { options }) => decodeText(text, options);
export const readLabel: Parser<string> = ({ text }, { options }) => decodeText(text, options).trim();
const readCode: Parser<string> = ({ text }) => text.trim();

const readParsed =
  <Kind extends ParsedKind>(kind: Kind): Parser<KindTypes[Kind]> =>
  ({ name, text }, reading) => {
    const { parse, otherwise } = PARSERS[kind];
    const value = parse(text);
    if (value === undefined) refuse(reading, otherwise, { field: name, value: text });
    return value ?? undefined;
  };

export const readNumber = readParsed('decimal');

const readMeasure =
  (unit: 'centimetresPerUnit' | 'kilogramsPerUnit'): Parser<Decimal> =>
  (field, reading) => {
    const number = readNumber(field, reading);
    const factor = reading.options[unit];
    return number === undefined || factor === '1' ? number : multiply(number, factor);
  };

const OWN_READERS: { readonly [Kind in keyof OwnKinds | 'text']: Parser<ValueOf<Kind>> } = {
  text: readText,
  label: readLabel,
  code: readCode,
  centimetres: readMeasure('centimetresPerUnit'),
  kilograms: readMeasure('kilogramsPerUnit'),
};

const READERS = {
  ...Object.fromEntries(PARSED_KINDS.map((kind) => [kind, readParsed(kind)])),
  ...OWN_READERS,
} as { readonly [Kind in WireKind]: Parser<ValueOf<Kind>> };

type Writable = string | boolean | null | undefined;

/** The elements for the fields that are there, in the table's order; `null` is written as an empty element. */
export function writeFields<Table extends WireTable>(
  table: Table,
  values: { readonly [Name in keyof Table]?: Writable },
  options: WireOptions,
): readonly XmlElement[] {
  const given = new Map(Object.entries<Writable>(values));
  return Object.entries<FieldSpec>(table).flatMap(([name, { names, prestashop, kind }]) => {
    const value = given.get(name);
    const spelled = options.vocabulary === 'prestashop' ? (prestashop ?? names[0]) : names[0];
    return value === undefined ? [] : [leaf(spelled, formatField(kind, value, options))];
  });
}

function formatField(kind: WireKind, value: string | boolean | null, options: WireOptions): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (kind === 'text' || kind === 'label') return encodeText(value, options);
  if (kind === 'centimetres') return inUnits(value, options.centimetresPerUnit);
  if (kind === 'kilograms') return inUnits(value, options.kilogramsPerUnit);
  return value;
}

const PLACES_OF_A_MEASURE = 12;

function inUnits(text: string, unit: Decimal): string {
  const value = parseNumber(text);
  if (value === undefined) throw fail('not_a_number', { value: text });
  return unit === '1' ? value : divide(value, unit, PLACES_OF_A_MEASURE);
}
