export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language's own name, as its speakers look for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };

interface Tree {
  readonly [name: string]: string | ((...values: never[]) => string) | Tree;
}

/** What another language must have too: the same names, sentences made from the same values. */
type SameAs<Words> = {
  readonly [Name in keyof Words]: Words[Name] extends string
    ? string
    : Words[Name] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : SameAs<Words[Name]>;
};

export type Dictionary<Words> = Readonly<Record<Language, SameAs<Words>>>;

/** The texts of a page in each language; one that a language lacks is a type error. */
export const dictionary = <Words extends Tree>(words: {
  readonly en: Words;
  readonly fr: SameAs<NoInfer<Words>>;
}): Dictionary<Words> =>
  // The compiler does not see that the English words are the same as themselves.
  words as unknown as Dictionary<Words>;

/** The language of a browser: the first of those that it prefers and that there is. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-', 1)[0];
    const found = LANGUAGES.find((language) => language === primary);
    if (found) return found;
  }
  return 'en';
}

const RULES = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };

/** `one` or `other`, as the language counts: French says "0 commande", English "0 orders". */
export const plural = (language: Language, count: number, one: string, other: string): string =>
  RULES[language].select(count) === 'one' ? one : other;
