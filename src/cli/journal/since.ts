import { instantOf } from '../../domain/dates.ts';
import { parseDate } from '../../parsing/date.ts';

const SPAN = /^(\d{1,6})\s*([smhdj])$/i;
const MS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, j: 864e5 };
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

export interface SinceOptions {
  readonly now: Date;
  /** Dates without a zone are on this zone's wall clock. */
  readonly timeZone: string;
}

/**
 * The moment that `--since` names, as ISO 8601 in UTC: a span back from now (`30m`, `2h`, `7d`, in French also `7j`), an
 * instant in UTC, or a date in any of the wire's spellings. Undefined when it is none.
 */
export function parseSince(text: string, { now, timeZone }: SinceOptions): string | undefined {
  const trimmed = text.trim();
  const [, count, unit = ''] = SPAN.exec(trimmed) ?? [];
  if (count !== undefined) {
    const instant = now.getTime() - Number(count) * (MS[unit.toLowerCase()] ?? 0);
    return new Date(Math.max(0, instant)).toISOString();
  }
  if (INSTANT.test(trimmed))
    return Number.isNaN(Date.parse(trimmed)) ? undefined : new Date(trimmed).toISOString();
  const local = parseDate(trimmed);
  return local ? instantOf(local, timeZone).toISOString() : undefined;
}
