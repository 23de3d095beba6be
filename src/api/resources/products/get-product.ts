import { fail } from '../../../domain/error.ts';
import { isAllowed } from '../../../shop/api-tokens.ts';
import { defineRoute } from '../../route.ts';
import { product } from '../../schemas/product.ts';
import { partOf } from '../part-of.ts';
import { languageHeaders, productContent } from './product-content.ts';
import { productFields, productParams } from './product-query.ts';

export const getProduct = defineRoute({
  method: 'get',
  path: '/products/{reference}',
  scope: 'catalogue',
  tag: 'Products',
  summary: 'One product or variant',
  params: productParams,
  query: productFields,
  reply: product,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { reference }, query, parts, shop, token, header }) {
    const stored = await partOf(parts.catalogue, 'reading_unsupported').catalogueProduct(reference);
    if (!stored) throw fail('record_unknown', { entity: 'product', record: reference });
    const { content, language } = productContent(stored, {
      acceptLanguage: header('accept-language'),
      mainLanguage: shop.mainLanguage,
      fields: query.fields,
      isTrusted: isAllowed(token, 'read'),
    });
    return { content, headers: languageHeaders([language]) };
  },
});
