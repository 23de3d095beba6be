import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { pageOf } from '../../lists/page.ts';
import { defineRoute } from '../../route.ts';
import { product } from '../../schemas/product.ts';
import { partOf } from '../part-of.ts';
import { productListReply } from './product-list.ts';
import { PRODUCT_LIST_QUERY, productParams } from './product-query.ts';

export const listVariants = defineRoute({
  method: 'get',
  path: '/products/{reference}/variants',
  scope: 'catalogue',
  tag: 'Products',
  summary: 'The variants of a product',
  params: productParams,
  query: z.strictObject(PRODUCT_LIST_QUERY),
  reply: pageOf(product),
  errors: ['unknown_reference', 'unsupported'],
  async handle(call) {
    const { reference } = call.params;
    const stored = await partOf(call.parts.catalogue, 'reading_unsupported').catalogueProduct(reference);
    if (!stored) throw fail('record_unknown', { entity: 'product', record: reference });
    return productListReply(call, { kind: 'variant', parent: reference });
  },
});
