import { fail } from '../../domain/error.ts';
import type { Place } from '../../shop/pages.ts';

/** What the values of a place are. */
export type PlaceKinds = readonly ('string' | 'number')[];

/** A place as callers carry it around; `list` names the list and its order, so that no other takes it for its own. */
export const formatCursor = (list: string, place: Place): string =>
  Buffer.from(JSON.stringify([list, ...place])).toString('base64url');

/** Throws `cursor_invalid` for what `formatCursor` did not make for this list and places of these kinds. */
export function parseCursor(list: string, cursor: string, kinds: PlaceKinds): Place {
  const [name, ...values] = partsOf(cursor);
  const place = values.filter((value, index) => isOfKind(value, kinds[index]));
  if (name !== list || values.length !== kinds.length || place.length !== kinds.length)
    throw fail('cursor_invalid', { field: 'cursor' });
  return place;
}

const isOfKind = (value: unknown, kind: string | undefined): value is string | number =>
  typeof value === kind && (kind === 'string' || Number.isSafeInteger(value));

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
