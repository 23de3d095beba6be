import type { Migration } from './migration.ts';

/** Who wrote the product's fields last, packed: see src/store/products/provenance.ts. NULL: nobody since it is kept. */
export const PROVENANCE: Migration = {
  id: '0011-provenance',
  sqlite: ['ALTER TABLE product ADD COLUMN provenance TEXT'],
};
