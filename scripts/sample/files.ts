import { formatCustomer } from '../../src/records/customer-record.ts';
import { formatOrder } from '../../src/records/order-record.ts';
import { formatPriceRule } from '../../src/records/price-rule-record.ts';
import { formatProduct } from '../../src/records/product-record.ts';
import { sampleCustomers } from './customers.ts';
import { sampleOrders } from './orders.ts';
import { samplePriceRules } from './price-rules.ts';
import { sampleProducts } from './products.ts';

/** The text of each file of the sample shop, by its name in `sample/`; the same each time. */
export function sampleFiles(): Readonly<Record<string, string>> {
  const products = sampleProducts();
  const customers = sampleCustomers();
  const own = customers.flatMap((entry) => entry.own ?? []);
  const rules = samplePriceRules(
    products,
    customers.map(({ customer }) => customer),
  );
  return {
    'products.jsonl': linesFrom(products.map((product) => formatProduct(product))),
    'customers.jsonl': linesFrom(customers.map((entry) => formatCustomer(entry.customer, entry.own))),
    'price-rules.jsonl': linesFrom(rules.map((rule) => formatPriceRule(rule, false))),
    'orders.jsonl': linesFrom(sampleOrders(products, own).map(formatOrder)),
  };
}

const linesFrom = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
