import type { Language } from '../../shop/wording.ts';
import { plural } from './plural.ts';

/** What `doctor` says, and its help. */
export interface DoctorWording {
  readonly help: Readonly<Record<'doctor' | 'examples', string>>;
  error(sentence: string): string;
  remark(sentence: string): string;
  more(count: number): string;
  nothing(shop: string): string;
  found(errors: number, remarks: number): string;
}

const ENGLISH: DoctorWording = {
  help: {
    doctor: 'look for what is wrong with a shop’s store or strange in it; changes nothing',
    examples: `
What keeps the shop from opening is an error (exit code 1); records that are strange are remarks (exit code 0).`,
  },
  error: (sentence) => `error: ${sentence}`,
  remark: (sentence) => `remark: ${sentence}`,
  more: (count) => `… and ${count} more of that kind`,
  nothing: (shop) => `Nothing is wrong with ${shop}.`,
  found: (errors, remarks) => `${plural('en')(errors, 'error')}, ${plural('en')(remarks, 'remark')}.`,
};

const FRENCH: DoctorWording = {
  help: {
    doctor: 'cherche ce qui ne va pas dans la base d’une boutique, ou y est étrange ; ne change rien',
    examples: `
Ce qui empêche d’ouvrir la boutique est une erreur (code de sortie 1) ; des données étranges sont des remarques (code 0).`,
  },
  error: (sentence) => `erreur : ${sentence}`,
  remark: (sentence) => `remarque : ${sentence}`,
  more: (count) => `… et ${count} autres de ce genre`,
  nothing: (shop) => `Rien d’anormal dans ${shop}.`,
  found: (errors, remarks) => `${plural('fr')(errors, 'erreur')}, ${plural('fr')(remarks, 'remarque')}.`,
};

export const DOCTOR_WORDING: Readonly<Record<Language, DoctorWording>> = { en: ENGLISH, fr: FRENCH };
