import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { type Dictionary, LANGUAGES, type Language, languageOf } from './words.ts';

const REMEMBERED = 'passerelle.language';

interface LanguageState {
  readonly language: Language;
  /** Kept by this browser too, so that the next visit begins in it. */
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageState>({ language: 'en', choose: () => {} });

export const useLanguage = (): LanguageState => use(LanguageContext);

/** The texts of a page in the language that is chosen. */
export const useWords = <Words,>(words: Dictionary<Words>): Dictionary<Words>[Language] =>
  words[useLanguage().language];

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const state = useMemo(
    () => ({
      language,
      choose(chosen: Language) {
        localStorage.setItem(REMEMBERED, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

function firstLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  return LANGUAGES.find((language) => language === remembered) ?? languageOf(navigator.languages);
}
