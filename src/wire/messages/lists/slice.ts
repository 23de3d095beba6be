import type { Slice } from '../../../domain/slice.ts';
import { isBlank } from '../parts/blank.ts';
import type { Fields } from '../parts/fields.ts';
import { type RecordReading, refuse } from '../parts/record-reading.ts';

const LIMIT = /^(?:(\d{1,15})\s*,\s*)?(\d{1,15})$/;

/** `limit=start,count`, or a bare `count` (seed §5). */
export function readSlice(fields: Fields, reading: RecordReading): Slice {
  const field = fields.take('limit');
  if (!field || isBlank(field.text)) return { start: 0 };
  const match = LIMIT.exec(field.text.trim());
  if (!match) refuse(reading, 'limit_unreadable', { field: field.name, value: field.text });
  return { start: Number(match?.[1] ?? 0), count: Number(match?.[2]) };
}

/** Undefined when all is asked for. The rest from a `start` on has no spelling but a very large count. */
export function formatSlice({ start, count }: Slice): string | undefined {
  if (count !== undefined) return `${start},${count}`;
  return start === 0 ? undefined : `${start},${ALL_THE_REST}`;
}

const ALL_THE_REST = 2_147_483_647;
