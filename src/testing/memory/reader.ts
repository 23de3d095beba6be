import type { ShopReader } from '../../shop/reader.ts';
import { readCustomer } from './customers.ts';
import { readRecord } from './orders.ts';
import type { MemoryState } from './state.ts';

/** Small, so that whoever reads has to deal with more than one batch. */
const BATCH = 3;

/** Gives what is stored at the first step, whatever is written afterwards. */
export async function* inBatches<Item>(items: () => Iterable<Item>): AsyncGenerator<readonly Item[]> {
  const all = [...items()];
  for (let start = 0; start < all.length; start += BATCH) yield all.slice(start, start + BATCH);
}

export function createReader(state: MemoryState): ShopReader {
  const { products, customers, orders, priceRules, documents, blobs } = state;
  const ofKind = (kind: string) => [...products.values()].filter((product) => product.kind === kind);
  return {
    product: async (reference) => products.get(reference),
    products: () => inBatches(() => [...ofKind('product'), ...ofKind('variant')]),
    customers: () => inBatches(() => [...customers.values()].map(readCustomer)),
    order: async (id) => {
      const stored = orders.get(id);
      return stored && readRecord(stored);
    },
    orders: () => inBatches(() => [...orders.values()].map(readRecord)),
    priceRules: () => inBatches(() => priceRules.values()),
    salesDocuments: () => inBatches(() => documents.values()),
    blob: async (sha256) => blobs.get(sha256),
  };
}
