/** What part of a list is asked for. */
export interface Slice {
  readonly start: number;
  readonly count: number;
}

/** `limit` as the lists take it: `start,count` or a bare `count`. Undefined where it is neither. */
export function parseSlice(limit: string | undefined): Slice | undefined {
  if (limit === undefined || limit.trim() === '') return { start: 0, count: Number.POSITIVE_INFINITY };
  const [, start = '0', count] = /^(?:(\d{1,9})\s*,\s*)?(\d{1,10})$/.exec(limit.trim()) ?? [];
  return count === undefined ? undefined : { start: Number(start), count: Number(count) };
}
