import { z } from 'zod';
import { shaped } from '../../input/shapes.ts';
import { pageOf } from '../../lists/page.ts';
import { defineRoute } from '../../route.ts';
import { product } from '../../schemas/product.ts';
import { momentQuery } from '../../schemas/values.ts';
import { productListReply } from './product-list.ts';
import { PRODUCT_LIST_QUERY } from './product-query.ts';

export const listProducts = defineRoute({
  method: 'get',
  path: '/products',
  scope: 'catalogue',
  tag: 'Products',
  summary: 'Products, or variants, that match all that is asked for',
  description:
    'By default products that are no variants. What few are (`parent`, `category`, `prefix`, and those that are not to be shown or cannot ' +
    'be ordered) is found by an index; `search` reads over the texts of all.',
  query: z.strictObject({
    ...PRODUCT_LIST_QUERY,
    kind: z.enum(['product', 'variant']).default('product').describe('Which of the two.'),
    parent: z.string().min(1).exactOptional().describe('Of variants: the product’s reference.'),
    category: shaped('recordId')
      .exactOptional()
      .describe('A category’s id; what is in its subcategories counts too.'),
    active: z
      .boolean()
      .exactOptional()
      .describe('Whether it is to be shown; true, too, where the ERP never said it.'),
    available: z
      .boolean()
      .exactOptional()
      .describe('Whether it can be ordered; true, too, where the ERP never said it.'),
    updatedSince: momentQuery()
      .exactOptional()
      .describe('Changed at this moment or later: `2026-01-31T14:05:00`, on the shop’s wall clock.'),
    search: z
      .string()
      .max(200)
      .exactOptional()
      .describe('Each word stands somewhere in reference or name. Case and accents do not matter.'),
    prefix: z
      .string()
      .min(1)
      .max(200)
      .exactOptional()
      .describe('Reference or name begins so. Case and accents do not matter.'),
  }),
  reply: pageOf(product),
  errors: ['unsupported'],
  handle(call) {
    const { limit: _, cursor: __, sort: ___, fields: ____, ...filters } = call.query;
    return productListReply(call, filters);
  },
});
