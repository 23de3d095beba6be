import type {
  AddressFields,
  ContactFields,
  CustomerFields,
  Nested,
  NestedChange,
} from '../../domain/customer.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SqlValue } from '../database.ts';
import { columnOf } from '../products/columns.ts';

type FieldKind = 'text' | 'boolean';
type FieldKinds<Fields> = { readonly [Name in keyof Fields]-?: FieldKind };

/** The fields of one kind of record, with the columns that hold them and, last, its custom fields. */
export interface RecordShape<Fields> {
  readonly fields: readonly (readonly [name: keyof Fields & string, kind: FieldKind])[];
  readonly columns: readonly string[];
}

function shapeOf<Fields>(kinds: FieldKinds<Fields>): RecordShape<Fields> {
  const fields = Object.entries(kinds) as [keyof Fields & string, FieldKind][];
  return { fields, columns: [...fields.map(([name]) => columnOf(name)), 'custom_fields'] };
}

export const CUSTOMER = shapeOf<CustomerFields>({
  name: 'text',
  firstName: 'text',
  company: 'text',
  phone: 'text',
  mobile: 'text',
  fax: 'text',
  email: 'text',
  salesPerson: 'text',
  paymentTermsId: 'text',
  paymentTerms: 'text',
  priceCategory: 'text',
  discountRate: 'text',
  payerCode: 'text',
  payerName: 'text',
  active: 'boolean',
});

export const CONTACT = shapeOf<ContactFields>({
  email: 'text',
  name: 'text',
  firstName: 'text',
  phone: 'text',
  mobile: 'text',
  active: 'boolean',
});

export const ADDRESS = shapeOf<AddressFields>({
  title: 'text',
  contact: 'text',
  street: 'text',
  complement: 'text',
  postcode: 'text',
  city: 'text',
  region: 'text',
  country: 'text',
  phone: 'text',
  email: 'text',
});

/** A record's cells in the order of its shape's columns. */
export type RecordCells = readonly SqlValue[];
export type Row = Readonly<Record<string, SqlValue>>;

export const cellsFromRow = <Fields>({ columns }: RecordShape<Fields>, row: Row): RecordCells =>
  columns.map((column) => row[column] ?? null);

/** What a record holds after a change: not said = as before, `null` = nothing. */
export function changedCells<Fields>(
  { fields }: RecordShape<Fields>,
  before: RecordCells | undefined,
  change: NestedChange<Fields>,
): RecordCells {
  const cells: SqlValue[] = fields.map(([name], index) => {
    const said: unknown = change.fields[name];
    if (said === undefined) return before?.[index] ?? null;
    return typeof said === 'boolean' ? Number(said) : said === null ? null : String(said);
  });
  cells.push(changedCustomFields(before?.[fields.length], change.customFields));
  return cells;
}

function changedCustomFields(
  before: SqlValue | undefined,
  change: NestedChange<unknown>['customFields'],
): SqlValue {
  if (!change) return before ?? null;
  const fields = new Map(Object.entries(parseCustomFields(before)));
  for (const [name, value] of Object.entries(change)) {
    if (value === null) fields.delete(name);
    else fields.set(name, value);
  }
  return fields.size === 0 ? null : canonicalJson(Object.fromEntries(fields));
}

function parseCustomFields(cell: SqlValue | undefined): Readonly<Record<string, string>> {
  return typeof cell === 'string' ? JSON.parse(cell) : {};
}

export const areEqual = (a: RecordCells, b: RecordCells): boolean =>
  a.every((cell, index) => cell === b[index]);

/** The domain's view of a record. */
export function nestedFromRow<Fields>({ fields }: RecordShape<Fields>, row: Row): Nested<Fields> {
  const known = fields.flatMap(([name, kind]) => {
    const cell = row[columnOf(name)];
    return cell === null || cell === undefined ? [] : [[name, kind === 'boolean' ? cell === 1 : cell]];
  });
  return {
    // Built from the shape of these very fields.
    fields: Object.fromEntries(known) as Partial<Fields>,
    customFields: parseCustomFields(row.custom_fields),
  };
}
