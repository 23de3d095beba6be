import type { Language } from '../../shop/wording.ts';

const isOne: Readonly<Record<Language, (count: number) => boolean>> = {
  en: (count) => count === 1,
  fr: (count) => count < 2,
};

/** A count with its noun or adjective, which takes an s where the language has it so. */
export const plural =
  (language: Language) =>
  (count: number, word: string): string =>
    `${count} ${word}${isOne[language](count) ? '' : 's'}`;
