import { type LocalDateTime, parseLocalDateTime } from '../domain/dates.ts';

/** A zone or fractions of a second, if any, are dropped: the sender's wall clock is what the protocol speaks of. */
const TIME =
  /(?:[T ]+(\d{1,2}) *[:hH] *(\d{2})(?: *[:.] *(\d{2})(?:[.,]\d*)?)?(?: *(?:Z|[+-]\d{2}:?\d{2}))?)?$/.source;
const YEAR_FIRST = new RegExp(`^(\\d{4})[^0-9](\\d{1,2})[^0-9](\\d{1,2})${TIME}`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})[^0-9](\\d{1,2})[^0-9](\\d{4})${TIME}`);
const NO_DATE = /^(?:0000[^0-9]00[^0-9]00|00[^0-9]00[^0-9]0000)(?:[T ][0: ]*)?$/;
const LONGEST_DATE = 40;

/**
 * Reads a date in any of the senders' spellings (`yyyy-mm-dd`, `dd/mm/yyyy`, any separator, with or without a time).
 * An empty text, `0` and `0000-00-00` mean none: `''`. Undefined when it is no date.
 */
export function parseDate(text: string): LocalDateTime | '' | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '0') return '';
  if (trimmed.length > LONGEST_DATE) return undefined;
  const known = recent.get(trimmed);
  if (known !== undefined) return known;
  const date = readDate(trimmed);
  if (date !== undefined) remember(trimmed, date);
  return date;
}

function readDate(text: string): LocalDateTime | '' | undefined {
  if (NO_DATE.test(text)) return '';
  const [, year, month, day, ...time] = YEAR_FIRST.exec(text) ?? reversed(DAY_FIRST.exec(text));
  if (year === undefined) return undefined;
  const clock = [0, 1, 2].map((index) => two(time[index])).join(':');
  return parseLocalDateTime(`${year}-${two(month)}-${two(day)} ${clock}`);
}

const reversed = (match: RegExpExecArray | null): readonly (string | undefined)[] =>
  match ? [match[0], match[3], match[2], match[1], ...match.slice(4)] : [];

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

/** A price list of a million rows has a handful of dates: remembering them spares a million readings. */
const recent = new Map<string, LocalDateTime | ''>();
const MOST_REMEMBERED = 256;

function remember(text: string, date: LocalDateTime | ''): void {
  if (recent.size >= MOST_REMEMBERED) recent.clear();
  recent.set(text, date);
}
