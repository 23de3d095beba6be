import type { Changes } from '../../../domain/changes.ts';
import { defined } from '../../../domain/optional.ts';
import { node, type XmlElement } from '../../xml/element.ts';
import type { WireOptions } from '../codec.ts';
import {
  type CustomFields,
  customEntries,
  customFieldsFrom,
  writeCustomFields,
} from '../parts/custom-fields.ts';
import { readChanges, type WireFieldsOf, type WireTable, writeFields } from '../parts/field-table.ts';
import { elementFields } from '../parts/fields.ts';
import type { RecordReading } from '../parts/record-reading.ts';

interface NestedRecord<Table extends WireTable> {
  readonly fields: Changes<WireFieldsOf<Table>>;
  readonly customFields?: CustomFields;
}

/** A record inside a customer: a contact, an address. */
export function readNested<Table extends WireTable>(
  table: Table,
  element: XmlElement,
  reading: RecordReading,
): NestedRecord<Table> {
  const fields = elementFields(element);
  const changes = readChanges(table, fields, reading);
  const customFields = customFieldsFrom(customEntries(fields.rest(), reading));
  return { fields: changes, ...defined({ customFields }) };
}

interface WrittenRecord {
  readonly fields: Readonly<Record<string, string | boolean | null | undefined>>;
  readonly customFields?: CustomFields;
}

export const writeNested = (
  name: string,
  { table, record }: { readonly table: WireTable; readonly record: WrittenRecord },
  options: WireOptions,
): XmlElement =>
  node(name, [
    ...writeFields(table, record.fields, options),
    ...writeCustomFields(record.customFields ?? {}, options),
  ]);
