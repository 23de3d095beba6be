import type { Product, ProductTexts } from '../../../domain/product.ts';
import { languagesFrom } from '../../http/languages.ts';

/** Texts in the language that a caller likes best. */
export interface ChosenTexts {
  readonly texts: Partial<ProductTexts>;
  /** BCP 47, as the ERP or the configuration spells it. */
  readonly language: string;
}

/**
 * The texts in the first language of `Accept-Language` that there is, a field that it lacks in the main language; `fr-BE`
 * takes `fr` where nothing is its own. Without one that fits, the main language.
 */
export function chooseTexts(
  { translations }: Pick<Product, 'translations'>,
  acceptLanguage: string | undefined,
  mainLanguage: string,
): ChosenTexts {
  const known = new Map(Object.keys(translations).map((language) => [language.toLowerCase(), language]));
  for (const asked of languagesFrom(acceptLanguage)) {
    for (const language of new Set([asked, asked.split('-', 1)[0] ?? asked])) {
      const translated = known.get(language);
      if (translated !== undefined) return { texts: translations[translated] ?? {}, language: translated };
      if (isSame(language, mainLanguage)) return { texts: {}, language: mainLanguage };
    }
  }
  return { texts: {}, language: mainLanguage };
}

/** The main language is also that of who asks for a region of it, or for it without the region. */
const isSame = (asked: string, main: string): boolean =>
  asked === main.toLowerCase() || asked === main.toLowerCase().split('-', 1)[0];
