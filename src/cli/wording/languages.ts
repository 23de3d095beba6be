import type { Language } from '../../shop/wording.ts';
import { ENGLISH } from './en.ts';
import { FRENCH } from './fr.ts';
import type { Wording } from './wording.ts';

const WORDINGS: Readonly<Record<Language, Wording>> = { fr: FRENCH, en: ENGLISH };

export const wordingOf = (language: Language): Wording => WORDINGS[language];
