import type { Origin } from '../domain/origin.ts';
import type { OwnableField } from '../domain/ownership.ts';
import type { ProductKind } from '../domain/product.ts';

/** Who gave the fields of products their values. */
export interface Provenance {
  /** Of a product or variant; undefined when there is none of that reference. */
  provenance(reference: string): Promise<ProductProvenance | undefined>;
  /** Those that the shop keeps for itself: the ERP's values for them are taken for new products only. */
  ownedFields(): readonly OwnableField[];
}

export interface ProductProvenance {
  readonly reference: string;
  readonly kind: ProductKind;
  /**
   * By path (`stock`, `translations.de.name`): every field that has a value, and every one that was emptied. Fields that
   * nobody has changed since before provenance was kept are missing.
   */
  readonly fields: ReadonlyMap<string, FieldWriter>;
}

/** Who made the last write that changed a field. */
export interface FieldWriter extends Origin {
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
}
