import type { BenchContext } from './bench.ts';
import { fillProducts, fillStore } from './fill.ts';
import { type BenchStore, createStore, type Dialect } from './stores.ts';

/** How many products a large shop is taken to have. */
export const MANY_PRODUCTS = 1_000_000;

/** A store with so many products, made once. */
export const productStore = (
  context: BenchContext,
  dialect: Dialect,
  products: number,
): Promise<BenchStore> =>
  context.shared(`${dialect}-${products}-products`, async (folder) => {
    context.progress(`filling a store with ${products} products`);
    const store = await createStore(dialect, folder);
    await fillStore(store, fillProducts(products));
    return store;
  });
