import { useMemo } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { useShop } from '../session/session.tsx';
import { formatAgo, formatHour, formatInstant, formatMoment, formatSecond } from './dates.ts';
import { formatBytes, formatDuration, formatMoney, formatNumber, formatPercent } from './numbers.ts';

/** Values as the reader's language writes them; instants on the clock of the shop that is shown. */
export function useFormat() {
  const { language } = useLanguage();
  const { timeZone } = useShop();
  return useMemo(
    () => ({
      number: (value: string | number) => formatNumber(language, value),
      money: (value: string | number, currency?: string) => formatMoney(language, value, currency),
      percent: (value: string | number) => formatPercent(language, value),
      bytes: (value: number) => formatBytes(language, value),
      duration: (milliseconds: number) => formatDuration(language, milliseconds),
      instant: (instant: string) => formatInstant(language, timeZone, instant),
      second: (instant: string) => formatSecond(language, timeZone, instant),
      hour: (instant: number) => formatHour(language, timeZone, instant),
      moment: (moment: string) => formatMoment(language, moment),
      ago: (instant: string) => formatAgo(language, instant, Date.now()),
    }),
    [language, timeZone],
  );
}
