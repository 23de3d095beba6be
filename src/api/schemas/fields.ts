import { z } from 'zod';
import type { FieldKind, FieldTable } from '../../domain/fields.ts';
import { decimal, moment } from './values.ts';

interface KindSchemas {
  readonly text: z.ZodString;
  readonly decimal: typeof decimal;
  readonly boolean: z.ZodBoolean;
  readonly date: typeof moment;
}

const KINDS: KindSchemas = { text: z.string(), decimal, boolean: z.boolean(), date: moment };

type WholeShapeOf<Table extends FieldTable> = {
  readonly [Name in keyof Table]: KindSchemas[Table[Name]];
};

type ShapeOf<Table extends FieldTable> = {
  readonly [Name in keyof Table]: z.ZodExactOptional<KindSchemas[Table[Name]]>;
};

/** The fields of a record by its table, each with what is to be known of it; a field that has no value is absent. */
export const fieldsShape = <Table extends FieldTable>(
  table: Table,
  descriptions: Readonly<Record<keyof Table, string>>,
): ShapeOf<Table> =>
  Object.fromEntries(
    Object.entries<FieldKind>(table).map(([name, kind]) => [
      name,
      KINDS[kind].exactOptional().describe(descriptions[name] ?? ''),
    ]),
  ) as unknown as ShapeOf<Table>;

/** The same of fields that are always there. */
export const wholeShape = <Table extends FieldTable>(
  table: Table,
  descriptions: Readonly<Record<keyof Table, string>>,
): WholeShapeOf<Table> =>
  Object.fromEntries(
    Object.entries<FieldKind>(table).map(([name, kind]) => [
      name,
      KINDS[kind].describe(descriptions[name] ?? ''),
    ]),
  ) as unknown as WholeShapeOf<Table>;
