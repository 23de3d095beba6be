import type { Texts } from '../texts.ts';
import { isCountryCode } from './country-codes.ts';

/** `date`: year first, any separator (specification §11). `day_first_date`: `dd/mm/yyyy`, of old readers. */
export type TextRule = 'filled' | 'number' | 'optional_number' | 'country' | 'date' | 'day_first_date';

interface TextRuleMeaning {
  /** Judges a trimmed text that is not empty. */
  readonly accepts: (text: string) => boolean;
  readonly acceptsEmpty: boolean;
  readonly expected: Texts;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const YEAR_FIRST = /^(\d{4})(\D)(\d{2})\2(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?.*)?$/;
const DAY_FIRST = /^(\d{2})\/(\d{2})\/(\d{4})(?: \d{2}:\d{2}(?::\d{2})?)?$/;

const numberExpected = {
  fr: 'un nombre au point décimal, comme 12.50, sans espace ni symbole',
  en: 'a number with a decimal point, as 12.50, without blanks or signs of currency',
};

export const TEXT_RULES: Readonly<Record<TextRule, TextRuleMeaning>> = {
  filled: {
    accepts: () => true,
    acceptsEmpty: false,
    expected: { fr: 'un texte non vide', en: 'a text that is not empty' },
  },
  number: { accepts: (text) => NUMBER.test(text), acceptsEmpty: false, expected: numberExpected },
  optional_number: { accepts: (text) => NUMBER.test(text), acceptsEmpty: true, expected: numberExpected },
  country: {
    accepts: isCountryCode,
    acceptsEmpty: true,
    expected: {
      fr: 'un code ISO 3166-1 alpha-2, comme FR (ou vide sans adresse)',
      en: 'an ISO 3166-1 alpha-2 code, as FR (or empty without an address)',
    },
  },
  date: {
    accepts(text) {
      const [, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
      return isDay(year, month, day);
    },
    acceptsEmpty: false,
    expected: { fr: 'une date, comme 2013-03-22 10:09:22', en: 'a date, as 2013-03-22 10:09:22' },
  },
  day_first_date: {
    accepts(text) {
      const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
      return isDay(year, month, day);
    },
    acceptsEmpty: false,
    expected: { fr: 'une date jj/mm/aaaa, comme 22/03/2013', en: 'a date dd/mm/yyyy, as 22/03/2013' },
  },
};

/** Whether the calendar has that day: month 13 and February 30 are none. */
function isDay(year = '', month = '', day = ''): boolean {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
