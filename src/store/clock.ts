import { type LocalDateTime, localDateTime } from '../domain/dates.ts';

/** The shop's wall clock. Formatting costs more than a write has to spare, so each second is formatted once. */
export function createClock(now: () => Date, timeZone: string): () => LocalDateTime {
  let second = Number.NaN;
  let text = localDateTime(now(), timeZone);
  return () => {
    const instant = now();
    const current = Math.floor(instant.getTime() / 1000);
    if (current !== second) {
      second = current;
      text = localDateTime(instant, timeZone);
    }
    return text;
  };
}
