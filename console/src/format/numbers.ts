import type { Language } from '../i18n/words.ts';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
export const localeOf = (language: Language): string => LOCALES[language];

/** An exact decimal as text, or a count. */
type Numeric = string | number;

/** Intl takes decimals as text without rounding them to floats; its types know only those that are written out. */
const exact = (value: Numeric): Intl.StringNumericLiteral | number =>
  typeof value === 'number' ? value : (value as Intl.StringNumericLiteral);

const ALL_DECIMALS = 10;

export const formatNumber = (language: Language, value: Numeric): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: ALL_DECIMALS }).format(exact(value));

/** `currency` as a shop or an ERP spells it: usually ISO 4217, which gets its sign. */
export function formatMoney(language: Language, value: Numeric, currency = 'EUR'): string {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: ALL_DECIMALS };
  if (/^[A-Z]{3}$/.test(currency)) {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...decimals } as const;
    return new Intl.NumberFormat(LOCALES[language], style).format(exact(value));
  }
  const amount = new Intl.NumberFormat(LOCALES[language], decimals).format(exact(value));
  return `${amount} ${currency}`.trim();
}

/** Of a rate as it is written: `5.5` → `5,5 %`. */
export const formatPercent = (language: Language, value: Numeric): string =>
  `${formatNumber(language, value)}${language === 'fr' ? '\u00a0%' : '%'}`;

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const THOUSAND = 1000;

export function formatBytes(language: Language, bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), SIZES.length - 1);
  const unit = SIZES[step] ?? 'byte';
  const value = bytes / THOUSAND ** step;
  const maximumFractionDigits = step === 0 || value >= 100 ? 0 : 1;
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, maximumFractionDigits }).format(
    value,
  );
}

/** `0.4 ms`, `12 ms`, `1.3 s`, `4 min 5 s` */
export function formatDuration(language: Language, milliseconds: number): string {
  const unit = (value: number, name: string, digits: number) =>
    new Intl.NumberFormat(LOCALES[language], {
      style: 'unit',
      unit: name,
      maximumFractionDigits: digits,
    }).format(value);
  if (milliseconds < THOUSAND) return unit(milliseconds, 'millisecond', milliseconds < 10 ? 1 : 0);
  const seconds = milliseconds / THOUSAND;
  if (seconds < 60) return unit(seconds, 'second', seconds < 10 ? 1 : 0);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${unit(minutes, 'minute', 0)} ${unit(Math.floor(seconds % 60), 'second', 0)}`;
  return `${unit(Math.floor(minutes / 60), 'hour', 0)} ${unit(minutes % 60, 'minute', 0)}`;
}
