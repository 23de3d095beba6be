declare const localDateTimeBrand: unique symbol;

/**
 * A date and time on the shop's wall clock, `yyyy-mm-dd hh:mm:ss`, without a zone (the protocol has none; the shop's
 * zone is configured, Europe/Paris by default). Sorts as text.
 */
export type LocalDateTime = string & { readonly [localDateTimeBrand]: true };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/** Reads exactly `yyyy-mm-dd hh:mm:ss` and checks that the day exists; other spellings are read in parsing/. */
export function parseLocalDateTime(text: string): LocalDateTime | undefined {
  const parts = PATTERN.exec(text);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && hour < 24 && minute < 60 && second < 60 ? (text as LocalDateTime) : undefined;
}

/** The wall clock of `zone` (an IANA name) at an instant. */
export function localDateTime(instant: Date, zone: string): LocalDateTime {
  // The Swedish locale writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    instant,
  ) as LocalDateTime;
}

const asUtc = (local: LocalDateTime): number => Date.parse(`${local.replace(' ', 'T')}Z`);

/**
 * The instant at which the wall clock of `zone` shows `local`. An hour that a clock shows twice is the first one; one
 * that it leaves out is as if it had gone on.
 */
export function instantOf(local: LocalDateTime, zone: string): Date {
  const shown = asUtc(local);
  const offsetAt = (instant: number): number => asUtc(localDateTime(new Date(instant), zone)) - instant;
  // A day before a change of the clock its offset is the earlier one, a day after it the later one.
  const [earlier, later] = [-DAY_MS, DAY_MS].map((away) => shown - offsetAt(shown + away));
  const isShown = (instant = 0): boolean => offsetAt(instant) === shown - instant;
  return new Date((isShown(earlier) || !isShown(later) ? earlier : later) ?? shown);
}

const DAY_MS = 86_400_000;
