import { isBlank } from './blank.ts';
import type { Fields } from './fields.ts';
import { type RecordReading, refuse } from './record-reading.ts';

/** The record's key or another code it cannot do without; refuses the record with `field_missing` otherwise. */
export function requiredCode(
  fields: Fields,
  spellings: readonly [string, ...string[]],
  reading: RecordReading,
): string {
  const field = fields.take(...spellings);
  if (field && !isBlank(field.text)) return field.text.trim();
  refuse(reading, 'field_missing', { field: field?.name ?? spellings[0] });
  return '';
}
