import type { LocalDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';

const DAY_MS = 86_400_000;

/** An instant of the simulated day: 11:00 in Paris in winter, 12:00 in summer; the same day in every zone of Europe. */
export function instantOfDay(startDate: string, day: number): Date {
  const start = Date.parse(`${startDate}T10:00:00Z`);
  if (Number.isNaN(start)) {
    throw fail('option_invalid', { field: 'startDate', value: startDate, expected: 'yyyy-mm-dd' });
  }
  return new Date(start + day * DAY_MS);
}

/** `time` is `hh:mm:ss`. */
export const momentOfDay = (startDate: string, day: number, time = '00:00:00'): LocalDateTime =>
  `${instantOfDay(startDate, day).toISOString().slice(0, 10)} ${time}` as LocalDateTime;

/** A time of the day by minutes since midnight. */
export function timeFromMinutes(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}
