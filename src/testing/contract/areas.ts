import { beyondChecks } from './beyond.ts';
import { concurrencyChecks } from './concurrency.ts';
import { customerChecks } from './customers.ts';
import { documentChecks } from './documents.ts';
import { listChecks } from './lists.ts';
import { orderChecks } from './orders.ts';
import { priceRuleChecks } from './price-rules.ts';
import { productPartChecks } from './product-parts.ts';
import { productChecks } from './products.ts';
import { shopCustomerChecks } from './shop-customers.ts';
import { type Check, needing } from './subject.ts';
import { variantChecks } from './variants.ts';

/** The whole contract, as data. */
export const AREAS: Readonly<Record<string, readonly Check[]>> = {
  products: productChecks,
  'parts of products': productPartChecks,
  variants: variantChecks,
  lists: listChecks,
  orders: needing('orders', orderChecks),
  customers: customerChecks,
  'customers of the shop': needing('shopCustomers', shopCustomerChecks),
  'price rules': priceRuleChecks,
  'sales documents': documentChecks,
  concurrency: concurrencyChecks,
  'what the shop cannot keep': beyondChecks,
};
