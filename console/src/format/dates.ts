import type { Language } from '../i18n/words.ts';
import { localeOf } from './numbers.ts';

const MOMENT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** An instant (ISO 8601 in UTC) on the shop's wall clock. */
export const formatInstant = (language: Language, timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { ...MOMENT, timeZone }).format(new Date(instant));

/** With seconds, and without the year: of what happens now. */
export const formatSecond = (language: Language, timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    timeZone,
  }).format(new Date(instant));

export const formatHour = (language: Language, timeZone: string, instant: number): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    ...{ weekday: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone,
  }).format(instant);

/** `2026-01-31 14:05:00` or a day: on the shop's wall clock already. Midnight is a day. */
export function formatMoment(language: Language, moment: string): string {
  const [day = '', time = '00:00:00'] = moment.split(/[ T]/);
  const date = new Date(`${day}T${time}Z`);
  if (Number.isNaN(date.getTime())) return moment;
  const { hour: _, minute: __, ...days } = MOMENT;
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(time === '00:00:00' ? days : MOMENT),
    timeZone: 'UTC',
  }).format(date);
}

const STEPS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** `5 minutes ago`; what is less than a minute away is now. */
export function formatAgo(language: Language, instant: string, now: number): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'second');
}
