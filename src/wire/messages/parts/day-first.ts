import type { LocalDateTime } from '../../../domain/dates.ts';

/** `dd-mm-yyyy`, for `customers_list`. */
export const formatDayFirst = (date: LocalDateTime, separator: '-' | '/'): string =>
  [date.slice(8, 10), date.slice(5, 7), date.slice(0, 4)].join(separator);
