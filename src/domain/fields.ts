import type { LocalDateTime } from './dates.ts';
import { type Decimal, ZERO } from './decimal.ts';

/** What a field may hold, by kind. */
export interface KindTypes {
  text: string;
  decimal: Decimal;
  boolean: boolean;
  date: LocalDateTime;
}
export type FieldKind = keyof KindTypes;

/**
 * The fields of one kind of record, by name. Types, wire, records, store and models are built from these tables or
 * checked against them by the compiler.
 */
export type FieldTable = Readonly<Record<string, FieldKind>>;

export type FieldsOf<Table extends FieldTable> = {
  readonly [Name in keyof Table]: KindTypes[Table[Name]];
};

export const fieldNames = <Table extends FieldTable>(table: Table): readonly (keyof Table & string)[] =>
  Object.keys(table);

/** A table whose fields have an empty value: `''` or 0. */
export type EmptiableTable = Readonly<Record<string, 'text' | 'decimal'>>;

/** Every field of a table with nothing in it. */
export const emptyFields = <Table extends EmptiableTable>(table: Table): FieldsOf<Table> =>
  Object.fromEntries(
    Object.entries(table).map(([name, kind]) => [name, kind === 'text' ? '' : ZERO]),
  ) as FieldsOf<Table>;
