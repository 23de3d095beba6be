import type { FieldKind } from '../domain/fields.ts';
import { canonicalJson } from './canonical-json.ts';
import type { SqlValue } from './database.ts';
import { columnOf, insertInto } from './sql-text.ts';

/** The domain's kinds of fields, and three more. `boolean` stands as 1 or 0, `json` as a text that equal values share. */
type Kind = FieldKind | 'integer' | 'real' | 'json';

type KindOf<Value> = [Value] extends [string]
  ? Exclude<FieldKind, 'boolean'>
  : [Value] extends [boolean]
    ? 'boolean'
    : [Value] extends [number]
      ? 'integer' | 'real'
      : 'json';

/** A kind for each field; with the column's name where that is not the field's own in snake case. */
export type Kinds<Fields> = {
  readonly [Name in keyof Fields]-?:
    | KindOf<Exclude<Fields[Name], undefined>>
    | readonly [kind: KindOf<Exclude<Fields[Name], undefined>>, column: string];
};

type CellOf<Value> = [Value] extends [string | number] ? Value : [Value] extends [boolean] ? number : string;

/** A row as statements of `selected` give it: in the domain's names, NULL for a field that is absent. */
export type Row<Fields> = {
  readonly [Name in keyof Fields]-?:
    | CellOf<Exclude<Fields[Name], undefined>>
    | (undefined extends Fields[Name] ? null : never);
};

/** What a change says of a record's fields: see Changes. */
type Said<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | null | undefined };

/** The columns that hold a record's fields, in the order in which they were declared. */
export interface Columns<Fields> {
  readonly kinds: Kinds<Fields>;
  readonly fields: readonly (keyof Fields & string)[];
  readonly names: readonly string[];
  /** `id, net_price AS "netPrice", …` */
  selected(prefix?: string): string;
  /** NULL for what the record does not say. */
  cells(record: Said<Fields>): SqlValue[];
  fromRow(row: Row<Fields>): Fields;
  rowCells(row: Row<Fields>): SqlValue[];
  /** The cells after a change: what it does not say stays as it was before, `null` empties. */
  changedCells(before: readonly SqlValue[] | undefined, changes: Said<Fields>): SqlValue[];
  /** The statement that makes one with these columns. */
  temporaryTable(name: string): string;
}

export interface Table<Fields> extends Columns<Fields> {
  readonly name: string;
  /** All columns of the whole table. */
  readonly select: string;
  /** Of one row, from `cells`. */
  readonly insert: string;
}

const TYPES: Readonly<Record<Kind, string>> = {
  text: 'TEXT',
  decimal: 'TEXT',
  date: 'TEXT',
  integer: 'INTEGER',
  real: 'REAL',
  boolean: 'INTEGER',
  json: 'TEXT',
};

interface Column {
  readonly field: string;
  readonly kind: Kind;
  readonly name: string;
}

export const sameCells = (some: readonly SqlValue[], others: readonly SqlValue[]): boolean =>
  some.every((cell, index) => cell === others[index]);

/** One description of columns, from which all else follows. A test compares those of tables with the migrations. */
export function columns<Fields extends object>(kinds: Kinds<Fields>): Columns<Fields> {
  const all = Object.entries<Kind | readonly [Kind, string]>(kinds).map(([field, said]): Column => {
    const [kind, name] = typeof said === 'string' ? [said, columnOf(field)] : said;
    return { field, kind, name };
  });
  const cells = (record: object): SqlValue[] =>
    all.map(({ field, kind }) => cellFrom(kind, saidOf(record, field)));
  return {
    kinds,
    fields: all.map(({ field }) => field as keyof Fields & string),
    names: all.map(({ name }) => name),
    selected: (prefix = '') =>
      all.map(({ field, name }) => `${prefix}${name}${name === field ? '' : ` AS "${field}"`}`).join(', '),
    cells,
    changedCells: (before, changes) =>
      all.map(({ field, kind }, index) => {
        const said = saidOf(changes, field);
        return said === undefined ? (before?.[index] ?? null) : cellFrom(kind, said);
      }),
    fromRow(row) {
      const record: Record<string, unknown> = {};
      for (const { field, kind } of all) {
        const cell = cellOf(row, field);
        if (cell !== null) record[field] = valueFrom(kind, cell);
      }
      return record as Fields;
    },
    rowCells: (row) => all.map(({ field }) => cellOf(row, field)),
    temporaryTable: (name) =>
      `CREATE TEMP TABLE ${name} (${all.map((column) => `${column.name} ${TYPES[column.kind]}`).join(', ')})`,
  };
}

export function table<Fields extends object>(name: string, kinds: Kinds<Fields>): Table<Fields> {
  const described = columns(kinds);
  return {
    ...described,
    name,
    select: `SELECT ${described.selected()} FROM ${name}`,
    insert: insertInto(name, described.names),
  };
}

const saidOf = (record: object, field: string): unknown =>
  (record as Readonly<Record<string, unknown>>)[field];

// What a statement's rows look like is taken on trust, as everywhere in the store.
const cellOf = (row: object, field: string): SqlValue =>
  (row as Readonly<Record<string, SqlValue>>)[field] ?? null;

function cellFrom(kind: Kind, value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (kind === 'json') return canonicalJson(value);
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a value of a ${kind} column`);
}

const valueFrom = (kind: Kind, cell: SqlValue): unknown =>
  kind === 'json' ? JSON.parse(String(cell)) : kind === 'boolean' ? cell === 1 : cell;
