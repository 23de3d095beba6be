import { PLAIN_FIELDS, TEXT_FIELDS } from '../../domain/product.ts';
import type { SqlValue } from '../database.ts';

/** The cells of a row by the domain's field names, as the database holds them: booleans are 1 and 0. */
export type Cells<Field extends string> = Readonly<Record<Field, SqlValue>>;

export type PlainField = keyof typeof PLAIN_FIELDS;
export type TextField = keyof typeof TEXT_FIELDS;

/** Of a row's own columns: the plain fields, and what the row says of category and image. */
export type RowField = PlainField | 'categoryId' | 'imageSha256' | 'imageType';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(table) as Key[];

export const PLAIN_FIELD_NAMES = keysOf(PLAIN_FIELDS);
export const TEXT_FIELD_NAMES = keysOf(TEXT_FIELDS);
export const ROW_FIELDS: readonly RowField[] = [
  ...PLAIN_FIELD_NAMES,
  'categoryId',
  'imageSha256',
  'imageType',
];

/** What a domain value is in its cell; undefined: not said. */
export function cellOf(value: string | boolean | null | undefined): SqlValue | undefined {
  return typeof value === 'boolean' ? Number(value) : value;
}
