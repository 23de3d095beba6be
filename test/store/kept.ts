import type { ShopReader } from '../../src/shop/reader.ts';
import type { Shop } from '../../src/shop/shop.ts';
import { createMemoryShop } from '../../src/testing/memory-shop.ts';
import { ORDERS, orderOf, type Step } from './shared-work.ts';

/** What a shop holds after its writers are done, as far as it must be the same whoever came first. */
export async function kept(shop: Shop, reader: ShopReader): Promise<unknown> {
  return {
    products: sorted((await all(reader.products())).map(({ id: _, ...rest }) => rest)),
    customers: sorted(
      (await all(reader.customers())).map(({ id: _, contacts, ...rest }) => ({
        ...rest,
        contacts: sorted(contacts),
      })),
    ),
    orders: sorted(
      (await all(reader.orders())).map(({ history, trackingNumbers, confirmedAt, ...rest }) => ({
        ...rest,
        history: history.map(({ state, by }) => ({ state, by })),
        trackingNumbers: sorted(trackingNumbers),
        confirmed: confirmedAt !== undefined,
      })),
    ),
    rules: sorted(
      (await all(reader.priceRules())).map(({ seenAt: _, retiredAt, ...rest }) => ({
        ...rest,
        retired: retiredAt !== undefined,
      })),
    ),
    listed: sorted((await all(shop.listProducts({ start: 0 }))).map(({ reference }) => reference)),
    variants: sorted((await all(shop.listOptions({ start: 0 }))).map(({ reference }) => reference)),
  };
}

/** The same of a shop that cannot be wrong about it, after one writer's steps after another's. */
export async function keptOneByOne(writers: readonly (readonly (readonly Step[])[])[]): Promise<unknown> {
  const { shop, reader, seed } = createMemoryShop();
  for (const id of ORDERS) await seed.order(orderOf(id));
  for (const step of writers.flat(2)) await step(shop);
  return kept(shop, reader);
}

const all = async <Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> =>
  (await Array.fromAsync(batches)).flat();

const sorted = (items: readonly unknown[]): readonly string[] => items.map(canonical).sort();

/** Equal records give equal texts. */
const canonical = (item: unknown): string =>
  JSON.stringify(item, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
