import type { Changes } from '../domain/changes.ts';
import type { Entity } from '../domain/entity.ts';
import { fail, PasserelleError } from '../domain/error.ts';
import {
  type EmptiableTable,
  emptyFields,
  type FieldKind,
  type FieldsOf,
  type FieldTable,
  type KindTypes,
} from '../domain/fields.ts';
import { defined } from '../domain/optional.ts';
import {
  type Decoded,
  decoded,
  type ProblemFacts,
  quotable,
  type Reason,
  rejected,
} from '../domain/problem.ts';
import { PARSERS, type ParsedKind } from '../parsing/kinds.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * One JSON object being read. Whatever is asked for counts as known; `others` gives the rest. Everything throws a
 * PasserelleError that names record and field; `decodeRecord` turns it into a result.
 */
export interface RecordReader {
  readonly source: JsonObject;
  readonly entity: Entity;
  /** The record's key, for errors; set once it is known. */
  record: string | undefined;
  /** `billingAddress.` in front of the fields of a nested object. */
  readonly prefix: string;
  readonly asked: Set<string>;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function decodeRecord<T>(
  entity: Entity,
  source: unknown,
  read: (reader: RecordReader) => T,
): Decoded<T> {
  try {
    const expected = '{ … }';
    if (!isObject(source)) throw fail('record_unreadable', { entity, expected });
    return decoded(read({ source, entity, record: undefined, prefix: '', asked: new Set() }));
  } catch (error) {
    if (error instanceof PasserelleError) return rejected(error.problem);
    throw error;
  }
}

export function refusal(reader: RecordReader, reason: Reason, facts: ProblemFacts): PasserelleError {
  const { entity, record, prefix } = reader;
  const { field, value } = facts;
  return fail(reason, {
    entity,
    ...defined({ record: record === undefined ? undefined : quotable(record) }),
    ...facts,
    ...defined({
      field: field === undefined ? undefined : prefix + field,
      value: value === undefined ? undefined : quotable(value),
    }),
  });
}

type Read<T> = T | null | undefined;

function take(reader: RecordReader, field: string): unknown {
  reader.asked.add(field);
  return Object.hasOwn(reader.source, field) ? reader.source[field] : undefined;
}

/** A text or a number; a number is its usual spelling. */
function scalar(reader: RecordReader, field: string): Read<string> {
  const value = take(reader, field);
  if (typeof value === 'string' || value === null || value === undefined) return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw refusal(reader, 'field_type', {
    field,
    value: Array.isArray(value) ? '[…]' : '{…}',
    expected: '"…"',
  });
}

export const readText = scalar;

const readParsed =
  <Kind extends ParsedKind>(kind: Kind) =>
  (reader: RecordReader, field: string): Read<KindTypes[Kind]> => {
    const text = scalar(reader, field);
    if (typeof text !== 'string') return text;
    const { parse, otherwise } = PARSERS[kind];
    const value = parse(text);
    if (value === undefined) throw refusal(reader, otherwise, { field, value: text });
    return value;
  };

export const readDecimal = readParsed('decimal');
export const readBoolean = readParsed('boolean');
/** A date that means none (`0000-00-00`) is read as `null`. */
export const readDate = readParsed('date');

/** A field that the record cannot do without; empty counts as missing. */
export function required<T>(
  reader: RecordReader,
  field: string,
  read: (reader: RecordReader, field: string) => Read<T>,
): T {
  const value = read(reader, field);
  if (value === null || value === undefined || value === '')
    throw refusal(reader, 'field_missing', { field });
  return value;
}

const readerOf = (kind: FieldKind) => (kind === 'text' ? readText : readParsed(kind));

/** Every field of a table, as said: absent stays absent, `null` empties. */
export function readFields<Table extends FieldTable>(
  reader: RecordReader,
  table: Table,
): Changes<FieldsOf<Table>> {
  const said = Object.entries(table).map(([name, kind]) => [name, readerOf(kind)(reader, name)]);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined)) as Changes<FieldsOf<Table>>;
}

/** As readFields, where empty and absent mean the same. */
export function readFilled<Table extends FieldTable>(
  reader: RecordReader,
  table: Table,
): Partial<FieldsOf<Table>> {
  const filled = Object.entries(readFields(reader, table)).filter(([, value]) => value !== null);
  return Object.fromEntries(filled) as Partial<FieldsOf<Table>>;
}

/** Every field of a table; what is not said is empty, or 0. */
export const readOrEmpty = <Table extends EmptiableTable>(
  reader: RecordReader,
  table: Table,
): FieldsOf<Table> => ({ ...emptyFields(table), ...readFilled(reader, table) });

/** A value that must be one of a list of words. */
export function chosen<Choice extends string>(
  reader: RecordReader,
  {
    field,
    value,
    choices,
  }: { readonly field: string; readonly value: string; readonly choices: readonly Choice[] },
): Choice {
  const choice = choices.find((known) => known === value);
  if (choice !== undefined) return choice;
  throw refusal(reader, 'not_in_list', { field, value, expected: choices.join(', ') });
}

export function readObject(reader: RecordReader, field: string): Read<RecordReader> {
  const value = take(reader, field);
  if (value === null || value === undefined) return value;
  if (!isObject(value))
    throw refusal(reader, 'field_type', { field, value: quoted(value), expected: '{ … }' });
  return nested(reader, value, `${field}.`);
}

/** A list of objects. */
export function readList(reader: RecordReader, field: string): readonly RecordReader[] | undefined {
  return readArray(reader, field)?.map((item, index) => {
    if (isObject(item)) return nested(reader, item, `${field}[${index}].`);
    throw refusal(reader, 'field_type', {
      field: `${field}[${index}]`,
      value: quoted(item),
      expected: '{ … }',
    });
  });
}

export function readTexts(reader: RecordReader, field: string): readonly string[] | undefined {
  return readArray(reader, field)?.map((item, index) => {
    if (typeof item === 'string') return item;
    throw refusal(reader, 'field_type', {
      field: `${field}[${index}]`,
      value: quoted(item),
      expected: '"…"',
    });
  });
}

function readArray(reader: RecordReader, field: string): readonly unknown[] | undefined {
  const value = take(reader, field);
  if (value === null || value === undefined) return undefined;
  if (!Array.isArray(value))
    throw refusal(reader, 'field_type', { field, value: quoted(value), expected: '[ … ]' });
  return value;
}

const nested = (reader: RecordReader, source: JsonObject, step: string): RecordReader => ({
  ...reader,
  source,
  prefix: reader.prefix + step,
  asked: new Set(),
});

/** Objects and lists are not spelled out: they may be nested deeper than the stack is high. */
function quoted(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return isObject(value) ? '{…}' : quotable(JSON.stringify(value));
}

/**
 * What nobody asked for: kept as custom fields, beside those that stand under `customFields`. Only plain values can be
 * kept.
 */
export function readCustomFields(reader: RecordReader): Readonly<Record<string, string | null>> | undefined {
  const own = readObject(reader, 'customFields');
  const rest = [...otherFields(reader), ...(own ? otherFields(own) : [])];
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

function otherFields(reader: RecordReader): [string, string | null][] {
  const names = Object.keys(reader.source).filter((name) => !reader.asked.has(name));
  return names.map((name) => [name, scalar(reader, name) ?? null]);
}

/** For records that have no place for what nobody asked for. */
export function refuseOthers(reader: RecordReader): void {
  const [unknown] = Object.keys(reader.source).filter((name) => !reader.asked.has(name));
  if (unknown === undefined) return;
  throw refusal(reader, 'field_unknown', { field: unknown, expected: [...reader.asked].join(', ') });
}

/** Fields that the export writes and that only the store itself decides. */
export function ignoreFields(reader: RecordReader, ...fields: readonly string[]): void {
  for (const field of fields) reader.asked.add(field);
}
