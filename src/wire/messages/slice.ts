import type { Fields } from './fields.ts';
import { type Reading, refuse } from './reading.ts';
import { isBlank } from './values.ts';

/** What part of a list is asked for: `start` counts from 0; no `count` means all the rest. */
export interface SliceRequest {
  readonly start: number;
  readonly count?: number;
}

const LIMIT = /^(?:(\d{1,15})\s*,\s*)?(\d{1,15})$/;

/** `limit=start,count`, or a bare `count` (seed §5). */
export function readSlice(fields: Fields, reading: Reading): SliceRequest {
  const field = fields.take('limit');
  if (!field || isBlank(field.text)) return { start: 0 };
  const match = LIMIT.exec(field.text.trim());
  if (!match) refuse(reading, 'limit_unreadable', { field: field.name, value: field.text });
  return { start: Number(match?.[1] ?? 0), count: Number(match?.[2]) };
}

/** Undefined when all is asked for. The rest from a `start` on has no spelling but a very large count. */
export function formatSlice({ start, count }: SliceRequest): string | undefined {
  if (count !== undefined) return `${start},${count}`;
  return start === 0 ? undefined : `${start},${ALL_THE_REST}`;
}

const ALL_THE_REST = 2_147_483_647;
