import { z } from 'zod';
import type { Language } from '../../shop/wording.ts';

/** Texts of a certain shape: a caller is told in words what is expected, a machine reads the pattern. */
const SHAPES = {
  decimal: {
    pattern: /^-?\d+(?:\.\d+)?$/,
    fr: 'un nombre exact, avec un point : 12.5',
    en: 'an exact number with a point: 12.5',
  },
  moment: {
    pattern: /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}:\d{2})?$/,
    fr: 'un jour ou un moment : 2026-01-31, 2026-01-31T14:05:00',
    en: 'a day or a moment: 2026-01-31, 2026-01-31T14:05:00',
  },
  momentAnywhere: {
    pattern:
      /^\d{4}-\d{2}-\d{2}(?:(?:[ T]\d{2}:\d{2}:\d{2})?|T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))$/,
    fr: 'un jour, un moment ou un instant : 2026-01-31, 2026-01-31 14:05:00, 2026-01-31T13:05:00Z',
    en: 'a day, a moment or an instant: 2026-01-31, 2026-01-31 14:05:00, 2026-01-31T13:05:00Z',
  },
  line: {
    pattern: /^\S(?:[^\p{Cc}]*\S)?$/u,
    fr: 'un texte d’une ligne, non vide, sans espaces autour',
    en: 'a text of one line that is not empty, without spaces around it',
  },
  country: {
    pattern: /^[A-Z]{2}$/,
    fr: 'un pays en deux majuscules (ISO 3166-1) : FR',
    en: 'a country in two capitals (ISO 3166-1): FR',
  },
  email: {
    pattern: /^[^@\s]+@[^@\s]+$/,
    fr: 'une adresse e-mail',
    en: 'an e-mail address',
  },
  recordId: {
    pattern: /^\d{1,15}$/,
    fr: 'un identifiant en chiffres : 42',
    en: 'an id in digits: 42',
  },
  sha256: {
    pattern: /^[0-9a-f]{64}$/,
    fr: 'un SHA-256 : 64 chiffres hexadécimaux en minuscules',
    en: 'a SHA-256: 64 hexadecimal digits in small letters',
  },
  idempotencyKey: {
    pattern: /^(?:"[ !#-[\]-~]{1,255}"|[!#-~]{1,255})$/,
    fr: 'de 1 à 255 caractères ASCII, entre guillemets ou sans espaces : un UUID',
    en: '1 to 255 ASCII characters, within quotes or without spaces: a UUID',
  },
} as const;

type ShapeName = keyof typeof SHAPES;

export const patternOf = (name: ShapeName): RegExp => SHAPES[name].pattern;

/** A text of that shape. */
export const shaped = (name: ShapeName): z.ZodString => z.string().regex(patternOf(name));

/** What a text should have been that a pattern refused; undefined for a pattern that stands nowhere above. */
export function expectedShape(pattern: string, language: Language): string | undefined {
  const shape = Object.values(SHAPES).find((known) =>
    [String(known.pattern), known.pattern.source].includes(pattern),
  );
  return shape?.[language];
}
