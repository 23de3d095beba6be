import { fail } from '../../../domain/error.ts';
import { defineRoute } from '../../route.ts';
import { partOf } from '../part-of.ts';
import { shopCustomer, shopCustomerParams } from './shop-customer.ts';

export const getShopCustomer = defineRoute({
  method: 'get',
  path: '/shop-customers/{id}',
  scope: 'orders',
  tag: 'Shop customers',
  summary: 'A customer as `customers_list` tells the ERP',
  params: shopCustomerParams,
  reply: shopCustomer,
  errors: ['unknown_reference', 'unsupported'],
  async handle({ params: { id }, parts }) {
    const content = await partOf(parts.shopSide, 'own_side_unsupported').shopCustomer(id);
    if (!content) throw fail('record_unknown', { entity: 'customer', record: id });
    return { content };
  },
});
