import type { ShopReader } from '../../../src/shop/reader.ts';
import { doubleCustomers, observeCustomers } from './customers.ts';
import { doubleDocuments, observeDocuments } from './documents.ts';
import { type Ledger, violations } from './ledger.ts';
import { doubleOrders, observeOrders } from './orders.ts';
import { doubleRules, observeRules } from './price-rules.ts';
import { doubleProducts, observeProducts } from './products.ts';

/** A sentence for everything in the store that the clients were promised otherwise; the store must be at rest. */
export async function check(ledger: Ledger, reader: ShopReader): Promise<readonly string[]> {
  const products = await all(reader.products());
  const customers = await all(reader.customers());
  const rules = await all(reader.priceRules());
  const orders = await all(reader.orders());
  const documents = await all(reader.salesDocuments());
  return [
    ...violations(ledger, [
      ...observeProducts(products),
      ...observeCustomers(customers),
      ...observeRules(rules),
      ...observeOrders(orders),
      ...(await observeDocuments(documents, reader)),
    ]),
    ...doubleProducts(products),
    ...doubleCustomers(customers),
    ...doubleRules(rules),
    ...doubleOrders(orders),
    ...doubleDocuments(documents),
  ];
}

export const all = async <Item>(batches: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> =>
  (await Array.fromAsync(batches)).flat();
