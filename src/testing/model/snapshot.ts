import type { Customer, ShopCustomer } from '../../domain/customer.ts';
import type { OrderRecord } from '../../domain/order.ts';
import type { PriceRule } from '../../domain/price-rule.ts';
import type { Product } from '../../domain/product.ts';
import { collect } from '../contract/expect.ts';
import type { ContractSubject } from '../contract/subject.ts';
import { SHOP_IDS } from './customers.ts';

/**
 * Everything that a shop keeps, in a form that two shops of the same past share: without ids that they made themselves
 * and without times, and in an order of its own where the port promises none.
 */
export async function snapshot({ shop, reader, limits }: ContractSubject): Promise<unknown> {
  const references = async (list: AsyncIterable<readonly { readonly reference: string }[]>) =>
    (await collect(list)).map(({ reference }) => reference);
  return structuredClone({
    products: sorted((await collect(reader.products())).map(comparableProduct)),
    customers: sorted((await collect(reader.customers())).map(comparableCustomer)),
    orders: sorted((await collect(reader.orders())).map((order) => comparableOrder(order, limits))),
    priceRules: sorted((await collect(reader.priceRules())).map(comparableRule)),
    documents: sorted(await collect(reader.salesDocuments())),
    listed: await references(shop.listProducts({ start: 0 })),
    options: await references(shop.listOptions({ start: 0 })),
    handedBack: sorted((await collect(shop.listCustomers())).filter(isOfTheShop)),
    importable: sorted(await collect(shop.listOrders({}))),
  });
}

/** Every change in its order, a customer by the code where the shop made the id. */
export async function toldChanges({ changeFeed }: ContractSubject): Promise<readonly unknown[]> {
  const page = await changeFeed?.changes({ since: 0, limit: 1000 });
  return (page?.events ?? []).map(({ id: _, at: __, key, fields, ...event }) => ({
    ...event,
    key: event.code === undefined || SHOP_IDS.includes(key) ? key : '',
    fields: [...fields].sort(),
  }));
}

/** Of each product, who wrote its fields last. */
export async function writers({ reader, provenance }: ContractSubject): Promise<unknown> {
  const products = await collect(reader.products());
  const entries = products.map(async ({ reference }) => {
    const found = await provenance?.provenance(reference);
    const fields = [...(found?.fields ?? [])].map(([path, { at: _, ...writer }]) => [path, writer] as const);
    return [reference, Object.fromEntries(fields)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const sorted = <Item>(items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => ({ item, key: sortKey(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);

/** Equal records have equal keys, whatever the order of their fields. */
const sortKey = (item: unknown): string =>
  JSON.stringify(item, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const comparableProduct = ({ id: _, ...product }: Product) => ({
  ...product,
  categoryPrices: sorted(product.categoryPrices),
});

/** How a customer of whom only the ERP spoke is put in the shop's vocabulary is left to the shop. */
const isOfTheShop = ({ id }: ShopCustomer): boolean => SHOP_IDS.includes(id);

const comparableCustomer = ({ id: _, ...customer }: Customer) => customer;

function comparableOrder(
  { readAt, readBy, confirmedAt, ...order }: OrderRecord,
  limits: ContractSubject['limits'],
): unknown {
  const reader = limits?.reader_names === undefined ? readBy : readBy !== undefined;
  return {
    ...order,
    history: order.history.map(({ state, by }) => ({ state, by })),
    confirmed: confirmedAt !== undefined,
    // What remains of a lease once the order is confirmed is left to the shop.
    lease: confirmedAt === undefined ? { reader, dated: readAt !== undefined } : undefined,
  };
}

const comparableRule = ({ seenAt: _, retiredAt, ...rule }: PriceRule) => ({
  ...rule,
  retired: retiredAt !== undefined,
});
