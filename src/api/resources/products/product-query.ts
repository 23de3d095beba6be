import { z } from 'zod';
import type { ProductOrder } from '../../../shop/catalogue.ts';
import { fieldsQuery, PAGE_QUERY, sortQuery } from '../../lists/queries.ts';
import { product } from '../../schemas/product.ts';

const ORDERS = ['id', 'reference', 'name', 'updatedAt'] as const satisfies readonly ProductOrder[];

/** The parameters of every list of products. */
export const PRODUCT_LIST_QUERY = {
  ...PAGE_QUERY,
  sort: sortQuery(ORDERS)
    .default('id')
    .describe(
      'The order: `id` is that in which they came; `name` is that of the main language, without case and accents. A minus turns it around.',
    ),
  fields: fieldsQuery(product),
};

export const productFields = z.strictObject({ fields: fieldsQuery(product) });

export const productParams = z.strictObject({
  reference: z.string().describe('The ERP’s article code, percent-encoded: `A%2F1` for `A/1`.'),
});
