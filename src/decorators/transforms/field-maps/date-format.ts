import type { LocalDateTime } from '../../../domain/dates.ts';

/** Where each part of a date begins in its canonical spelling. `mm` behind `hh` is minutes. */
const PARTS = {
  yyyy: [0, 4],
  yy: [2, 4],
  mm: [5, 7],
  dd: [8, 10],
  hh: [11, 13],
  min: [14, 16],
  ss: [17, 19],
} as const;

const TOKEN = /yyyy|yy|mm|dd|hh|min|ss/g;

/** Whether it has a part of a date in it, and no letters beside. */
export const isDateFormat = (format: string): boolean =>
  format.search(TOKEN) >= 0 && !/\p{L}/u.test(format.replace(TOKEN, ''));

/** `dd/mm/yyyy hh:min:ss`; whatever is no part stays as it is. */
export const formatMoment = (date: LocalDateTime, format: string): string =>
  format.replace(TOKEN, (token) => {
    const [from, to] = PARTS[token as keyof typeof PARTS];
    return date.slice(from, to);
  });
