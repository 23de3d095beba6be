declare const localDateTimeBrand: unique symbol;

/**
 * A date and time on the shop's wall clock, `yyyy-mm-dd hh:mm:ss`, without a zone (the protocol has none; the shop's
 * zone is configured, Europe/Paris by default). Sorts as text.
 */
export type LocalDateTime = string & { readonly [localDateTimeBrand]: true };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/** Reads exactly `yyyy-mm-dd hh:mm:ss` and checks that the day exists; the wire's other spellings live in wire/. */
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
