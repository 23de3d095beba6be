import type { Problem } from '../../../domain/problem.ts';
import type { Axis } from '../../../domain/product.ts';
import type { Site } from '../site/site.ts';
import type { VirtuemartSql } from '../tables.ts';
import type { StoredProduct } from './rows.ts';

/** One message on its way into the tables: a product with its variants, in one transaction. */
export interface Saving {
  readonly sql: VirtuemartSql;
  readonly site: Site;
  /** In VirtueMart's words. */
  readonly now: string;
  /** The owners of all references that the message names, by folded reference. */
  readonly known: Map<string, StoredProduct>;
  readonly warnings: Problem[];
  /** New axes of variants, by parent; a parent without any has lost or got a variant. */
  readonly reshaped: Map<number, Map<number, readonly Axis[]>>;
  /** Products in whose families a price changed. */
  readonly repriced: Set<number>;
  /** Folded references of those whose price rules have to be worked out anew. */
  readonly revalued: Set<string>;
  /** Files of images that are shown no more. */
  readonly dropped: string[];
}

/** Where a record stands: by itself, or below a parent, which may not have come yet. */
export interface Place {
  readonly kind: 'product' | 'variant';
  /** 0: none, or not yet. */
  readonly parentId: number;
  readonly waitsFor: string | null;
}

/** Notes that a parent's choice of variants is another one. */
export function reshape(
  saving: Saving,
  parent: number,
  axes?: readonly [variant: number, axes: readonly Axis[]],
) {
  const changes = saving.reshaped.get(parent) ?? new Map<number, readonly Axis[]>();
  saving.reshaped.set(parent, changes);
  if (axes) changes.set(...axes);
}
