import type { Product, ProductKind } from '../../domain/product.ts';
import type { StoreContext, StorePart } from '../context.ts';
import type { Database } from '../database.ts';
import { createProductList } from './lists.ts';
import { readBatch, readProduct } from './read.ts';
import { saveProduct } from './save.ts';

export type ProductsPart = StorePart<'listProducts' | 'listOptions' | 'saveProduct', 'product' | 'products'>;

const READ_BATCH = 500;
const KINDS: readonly ProductKind[] = ['product', 'variant'];

/** Products, variants, and all that hangs on them. */
export function createProducts(context: StoreContext): ProductsPart {
  const { database } = context;
  return {
    shop: {
      listProducts: createProductList(database.read, 'product'),
      listOptions: createProductList(database.read, 'variant'),
      saveProduct: (change, operation) => saveProduct(context, change, operation),
    },
    backoffice: {
      product: (reference) => database.snapshot((sql) => readProduct(sql, reference)),
      products: () => readProducts(database),
    },
  };
}

async function* readProducts(database: Database): AsyncGenerator<readonly Product[]> {
  for (const kind of KINDS) {
    for (let after = 0; ; ) {
      const batch = await database.snapshot((sql) => readBatch(sql, { kind, after, count: READ_BATCH }));
      if (!batch) break;
      after = batch.last;
      yield batch.products;
    }
  }
}
