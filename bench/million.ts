import type { BenchContext } from './bench.ts';
import { createStore, fillProducts, fillStore } from './fill.ts';

/** How many products a large shop is taken to have. */
export const MANY_PRODUCTS = 1_000_000;

/** The folder of a store with so many products, made once. */
export const productStore = (context: BenchContext, products: number): Promise<string> =>
  context.sharedFolder(`${products}-products`, async (folder) => {
    context.progress(`filling a store with ${products} products`);
    fillStore(await createStore(folder), (database) => fillProducts(database, products));
  });
