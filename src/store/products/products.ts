import { OWNABLE_FIELDS } from '../../domain/ownership.ts';
import type { Product, ProductKind } from '../../domain/product.ts';
import type { StoreContext, StorePart } from '../context.ts';
import type { Database } from '../database.ts';
import { readPages } from '../pages.ts';
import { createProductList } from './lists.ts';
import { readProvenance } from './provenance.ts';
import { readPage, readProduct } from './read.ts';
import { saveProduct } from './save.ts';

export type ProductsPart = StorePart<
  'listProducts' | 'listOptions' | 'saveProduct',
  'product' | 'products' | 'provenance' | 'ownedFields'
>;

const READ_BATCH = 500;
const KINDS: readonly ProductKind[] = ['product', 'variant'];

/** Products, variants, and all that hangs on them. */
export function createProducts(context: StoreContext): ProductsPart {
  const { database, owned } = context;
  return {
    shop: {
      listProducts: createProductList(database.read, 'product'),
      listOptions: createProductList(database.read, 'variant'),
      saveProduct: (change, operation, origin) => saveProduct(context, { change, operation, origin }),
    },
    backoffice: {
      product: (reference) => database.snapshot((sql) => readProduct(sql, reference)),
      products: () => readProducts(database),
      provenance: (reference) => database.snapshot((sql) => readProvenance(sql, reference)),
      ownedFields: () => OWNABLE_FIELDS.filter((field) => owned.has(field)),
    },
  };
}

async function* readProducts(database: Database): AsyncGenerator<readonly Product[]> {
  for (const kind of KINDS) {
    yield* readPages({
      from: 0,
      read: (after) => database.snapshot((sql) => readPage(sql, { kind, after, count: READ_BATCH })),
    });
  }
}
