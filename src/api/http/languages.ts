import { parseAccept } from 'hono/utils/accept';
import { LANGUAGES, type Language } from '../../shop/wording.ts';

/** The languages of an `Accept-Language`, best first, in small letters: `fr-be`, `fr`. */
export function languagesFrom(acceptLanguage: string | undefined): readonly string[] {
  if (acceptLanguage === undefined) return [];
  return parseAccept(acceptLanguage)
    .filter(({ q, type }) => q > 0 && type !== '*')
    .toSorted((a, b) => b.q - a.q)
    .map(({ type }) => type.toLowerCase());
}

/** The language of sentences: the first that there is, else `otherwise`. */
export function sentenceLanguage(acceptLanguage: string | undefined, otherwise: Language): Language {
  const asked = languagesFrom(acceptLanguage).map((language) => language.split('-', 1)[0]);
  const found = asked.flatMap((name) => LANGUAGES.find((language) => language === name) ?? []);
  return found[0] ?? otherwise;
}
