import type { Changes } from '../../domain/changes.ts';
import { type Decimal, divide, multiply } from '../../domain/decimal.ts';
import { fail } from '../../domain/error.ts';
import { leaf, type XmlElement } from '../xml/element.ts';
import type { WireOptions } from './codec.ts';
import type { Fields, TakenField } from './fields.ts';
import { type Reading, refuse, remark } from './reading.ts';
import { decodeText, encodeText } from './text.ts';
import { formatBoolean, isBlank, parseBoolean, parseNumber } from './values.ts';

/**
 * `text` keeps its white space; `label` is a short text that others are compared with (a category, an e-mail address)
 * and is trimmed; `code` is trimmed and nothing else is done to it; the measures are turned into cm and kg.
 */
type FieldKind = 'text' | 'label' | 'code' | 'decimal' | 'boolean' | 'centimetres' | 'kilograms';

interface KindTypes {
  text: string;
  label: string;
  code: string;
  decimal: Decimal;
  boolean: boolean;
  centimetres: Decimal;
  kilograms: Decimal;
}

/** How one field stands on the wire. */
export interface FieldSpec {
  readonly kind: FieldKind;
  /** Our own spelling first; with several filled, the earlier wins. */
  readonly names: readonly [string, ...string[]];
  /** Our spelling in PrestaShop's vocabulary, where that has one of its own. */
  readonly prestashop?: string;
  /** An empty one is worth a warning. */
  readonly warnsWhenEmpty?: true;
  /** Two spellings may well differ: they do not mean quite the same. */
  readonly spellingsDiffer?: true;
}

export type FieldTable = Readonly<Record<string, FieldSpec>>;
export type FieldsOf<Table extends FieldTable> = {
  readonly [Name in keyof Table]: KindTypes[Table[Name]['kind']];
};

export const fieldTable = <const Table extends FieldTable>(table: Table): Table => table;

/** Absent stays absent; empty clears where the options say so, and is left out elsewhere. */
export function readChanges<Table extends FieldTable>(
  table: Table,
  fields: Fields,
  reading: Reading,
): Changes<FieldsOf<Table>> {
  const { clearable } = reading.options;
  return readTable(table, { fields, reading, clearable }) as Changes<FieldsOf<Table>>;
}

/** What is filled, where empty and absent mean the same (orders). */
export function readFilled<Table extends FieldTable>(
  table: Table,
  fields: Fields,
  reading: Reading,
): Partial<FieldsOf<Table>> {
  return readTable(table, { fields, reading }) as Partial<FieldsOf<Table>>;
}

interface TableSource {
  readonly fields: Fields;
  readonly reading: Reading;
  readonly clearable?: ReadonlySet<string>;
}

function readTable(table: FieldTable, { fields, reading, clearable }: TableSource): Record<string, unknown> {
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
    const value = PARSERS[spec.kind](field, reading);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function remarkRival(winner: TakenField, rival: { name: string; text: string }, reading: Reading): void {
  remark(reading, 'rival_ignored', {
    field: winner.name,
    value: `${rival.name}=${rival.text}`,
    expected: `${winner.name}=${winner.text}`.slice(0, 80),
  });
}

type Parser<Value> = (field: TakenField, reading: Reading) => Value | undefined;

const readText: Parser<string> = ({ text }, { options }) => decodeText(text, options);
export const readLabel: Parser<string> = ({ text }, { options }) => decodeText(text, options).trim();
const readCode: Parser<string> = ({ text }) => text.trim();

export const readNumber: Parser<Decimal> = ({ name, text }, reading) => {
  const number = parseNumber(text);
  if (number === undefined) refuse(reading, 'not_a_number', { field: name, value: text });
  return number;
};

const readBoolean: Parser<boolean> = ({ name, text }, reading) => {
  const value = parseBoolean(text);
  if (value === undefined) refuse(reading, 'not_a_boolean', { field: name, value: text });
  return value;
};

const readMeasure =
  (unit: 'centimetresPerUnit' | 'kilogramsPerUnit'): Parser<Decimal> =>
  (field, reading) => {
    const number = readNumber(field, reading);
    const factor = reading.options[unit];
    return number === undefined || factor === '1' ? number : multiply(number, factor);
  };

const PARSERS: { readonly [Kind in FieldKind]: Parser<KindTypes[Kind]> } = {
  text: readText,
  label: readLabel,
  code: readCode,
  decimal: readNumber,
  boolean: readBoolean,
  centimetres: readMeasure('centimetresPerUnit'),
  kilograms: readMeasure('kilogramsPerUnit'),
};

type Writable = string | boolean | null | undefined;

/** The elements for the fields that are there, in the table's order; `null` is written as an empty element. */
export function writeFields<Table extends FieldTable>(
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

function formatField(kind: FieldKind, value: string | boolean | null, options: WireOptions): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return formatBoolean(value);
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
