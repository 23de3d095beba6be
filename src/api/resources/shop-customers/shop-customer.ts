import { z } from 'zod';
import { patternOf } from '../../input/shapes.ts';
import { lineInput } from '../../schemas/inputs.ts';
import { named } from '../../schemas/named.ts';
import { newAddress } from '../../schemas/new-order.ts';
import { address } from '../../schemas/order-parts.ts';

export const shopCustomer = named(
  'ShopCustomer',
  z.object({
    id: z.string(),
    lastName: z.string(),
    firstName: z.string(),
    email: z.string(),
    address,
  }),
);

export const newShopCustomer = named(
  'NewShopCustomer',
  z.strictObject({
    lastName: lineInput(200),
    firstName: z.string().max(200).default(''),
    email: lineInput(254).regex(patternOf('email')),
    address: newAddress.describe(
      'Where it has neither a last name nor a company, the customer’s name counts.',
    ),
  }),
);

export const shopCustomerParams = z.strictObject({
  id: lineInput(64).describe('The id that the shop gives its customer, percent-encoded.'),
});
