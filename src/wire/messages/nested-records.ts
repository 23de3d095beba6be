import type { Changes } from '../../domain/changes.ts';
import { node, type XmlElement } from '../xml/element.ts';
import type { WireOptions } from './codec.ts';
import { type CustomFields, customEntries, customFieldsFrom, writeCustomFields } from './custom-fields.ts';
import { type FieldsOf, type FieldTable, readChanges, writeFields } from './field-table.ts';
import { elementFields } from './fields.ts';
import type { Reading } from './reading.ts';

interface NestedRecord<Table extends FieldTable> {
  readonly fields: Changes<FieldsOf<Table>>;
  readonly customFields?: CustomFields;
}

/** A record inside a customer: a contact, an address. */
export function readNested<Table extends FieldTable>(
  table: Table,
  element: XmlElement,
  reading: Reading,
): NestedRecord<Table> {
  const fields = elementFields(element);
  const changes = readChanges(table, fields, reading);
  return { fields: changes, ...customFieldsFrom(customEntries(fields.rest(), reading)) };
}

interface WrittenRecord {
  readonly fields: Readonly<Record<string, string | boolean | null | undefined>>;
  readonly customFields?: CustomFields;
}

export const writeNested = (
  name: string,
  { table, record }: { readonly table: FieldTable; readonly record: WrittenRecord },
  options: WireOptions,
): XmlElement =>
  node(name, [
    ...writeFields(table, record.fields, options),
    ...writeCustomFields(record.customFields ?? {}, options),
  ]);
