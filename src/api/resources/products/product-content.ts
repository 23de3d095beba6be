import type { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import type { CatalogueProduct } from '../../../shop/catalogue.ts';
import { BASE_PATH } from '../../base-path.ts';
import type { product } from '../../schemas/product.ts';
import { chooseTexts } from './texts.ts';

export type ProductContent = z.input<typeof product>;

export interface Asked {
  readonly acceptLanguage: string | undefined;
  readonly mainLanguage: string;
  readonly fields: readonly string[] | undefined;
  /** May see what is not for every visitor: the ERP's other prices, and fields that nobody knows the sense of. */
  readonly isTrusted: boolean;
}

/** A product as a reply has it, and the language of its texts. */
export function productContent(
  stored: CatalogueProduct,
  { acceptLanguage, mainLanguage, fields: asked, isTrusted }: Asked,
): { readonly content: ProductContent; readonly language: string } {
  const { id, reference, kind, parent, fields, categoryId, categoryPath, image } = stored;
  const { texts, language } = chooseTexts(stored, acceptLanguage, mainLanguage);
  const content: ProductContent = defined({
    id,
    reference,
    kind,
    parent,
    ...fields,
    ...texts,
    category: categoryId === undefined ? undefined : { id: categoryId, path: [...categoryPath] },
    axes: [...stored.axes],
    priceLevels: isTrusted ? stored.priceLevels : {},
    categoryPrices: isTrusted ? [...stored.categoryPrices] : [],
    customFields: isTrusted ? stored.customFields : {},
    image: image && { ...image, path: `${BASE_PATH}/images/${image.sha256}` },
    translations: asked?.includes('translations') ? stored.translations : undefined,
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
  });
  return { content, language };
}

/** Of a reply with texts in these languages, which depend on what the caller asked for. */
export const languageHeaders = (languages: readonly string[]): Readonly<Record<string, string>> => ({
  vary: 'Accept-Language',
  ...(languages.length > 0 && { 'content-language': [...new Set(languages)].join(', ') }),
});
