import {
  ADDRESS_FIELDS,
  type AddressFields,
  CONTACT_FIELDS,
  type ContactFields,
  CUSTOMER_FIELDS,
  type CustomerFields,
  type Nested,
  type NestedChange,
} from '../../domain/customer.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SqlValue } from '../database.ts';
import { type Columns, columns, type Row } from '../table.ts';

export const CUSTOMER = columns<Partial<CustomerFields>>(CUSTOMER_FIELDS);
export const CONTACT = columns<Partial<ContactFields>>(CONTACT_FIELDS);
export const ADDRESS = columns<Partial<AddressFields>>(ADDRESS_FIELDS);

/** What stands beside the fields of each of these records: what came without a name of ours. */
export interface Custom {
  readonly customFields?: Nested<unknown>['customFields'];
}
export const CUSTOM = { customFields: 'json' } as const;

/** A record's cells: its fields in the order of their columns and, last, its custom fields. */
export type RecordCells = readonly SqlValue[];
type RecordColumns<Fields> = Columns<Partial<Fields>>;
type RecordRow<Fields> = Row<Partial<Fields>> & Row<Custom>;

export const cellsFromRow = <Fields>(record: RecordColumns<Fields>, row: RecordRow<Fields>): RecordCells => [
  ...record.rowCells(row),
  row.customFields,
];

export function changedCells<Fields>(
  record: RecordColumns<Fields>,
  before: RecordCells | undefined,
  change: NestedChange<Fields>,
): RecordCells {
  const cells = record.changedCells(before, change.fields);
  return [...cells, changedCustomFields(before?.[cells.length], change.customFields)];
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

/** The domain's view of a record. */
export const nestedFromRow = <Fields>(
  record: RecordColumns<Fields>,
  row: RecordRow<Fields>,
): Nested<Fields> => ({
  fields: record.fromRow(row),
  customFields: parseCustomFields(row.customFields),
});
