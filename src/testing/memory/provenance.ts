import { OWNABLE_FIELDS } from '../../domain/ownership.ts';
import type { Provenance } from '../../shop/provenance.ts';
import type { MemoryState } from './state.ts';

export const createProvenance = ({ products, provenance, owned }: MemoryState): Provenance => ({
  async provenance(reference) {
    const product = products.get(reference);
    return product && { reference, kind: product.kind, fields: provenance.get(reference) ?? new Map() };
  },
  ownedFields: () => OWNABLE_FIELDS.filter((field) => owned.has(field)),
});
