import type { GuardedKind } from '../domain/guard.ts';
import type { Language } from './wording.ts';

/** What a run did to products, in few words. */
export const GUARDED_WORDS: Readonly<Record<Language, Readonly<Record<GuardedKind, string>>>> = {
  en: { deactivated: 'taken from sale', repriced: 'another price', emptied: 'stock to zero' },
  fr: { deactivated: 'retirés de la vente', repriced: 'autre prix', emptied: 'stock à zéro' },
};
