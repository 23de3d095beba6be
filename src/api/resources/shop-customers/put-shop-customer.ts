import type { PostalAddress, ShopCustomer } from '../../../domain/customer.ts';
import { originOf } from '../../access/caller.ts';
import { defineRoute } from '../../route.ts';
import { postalAddress } from '../orders/requested-order.ts';
import { partOf } from '../part-of.ts';
import { newShopCustomer, shopCustomer, shopCustomerParams } from './shop-customer.ts';

export const putShopCustomer = defineRoute({
  method: 'put',
  path: '/shop-customers/{id}',
  scope: 'orders',
  tag: 'Shop customers',
  summary: 'Adds or changes a customer on the shop’s side',
  description:
    'The ERP gets the customer with the next `customers_list`. What the ERP itself says of a customer stands beside it and is not ' +
    'touched. The same again changes nothing.',
  params: shopCustomerParams,
  body: newShopCustomer,
  reply: shopCustomer,
  errors: ['unsupported'],
  async handle({ params: { id }, body, parts, token }) {
    const { address: said, ...person } = body;
    const customer: ShopCustomer = { id, ...person, address: withName(postalAddress(said), person) };
    await partOf(parts.shopSide, 'own_side_unsupported').saveShopCustomer(customer, originOf(token));
    return { content: customer };
  },
});

const withName = (
  address: PostalAddress,
  { lastName, firstName }: Pick<PostalAddress, 'lastName' | 'firstName'>,
): PostalAddress =>
  address.lastName === '' && address.company === undefined ? { ...address, lastName, firstName } : address;
