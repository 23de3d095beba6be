import type { Migration } from './migration.ts';

/** What is off sale, in lists of any order: an index of those alone costs the others nothing. */
export const RARE_PRODUCTS: Migration = {
  id: '0023-rare-products',
  sqlite: [
    'CREATE INDEX product_hidden ON product (id) WHERE active = 0',
    'CREATE INDEX product_unavailable ON product (id) WHERE available = 0',
  ],
};
