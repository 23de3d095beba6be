import type { Problem } from '../../../domain/problem.ts';
import type { Site } from '../site/site.ts';
import type { HikashopSql } from '../tables.ts';
import type { StoredProduct } from './rows.ts';

/** One message on its way into the tables: a product with its variants, in one transaction. */
export interface Saving {
  readonly sql: HikashopSql;
  readonly site: Site;
  /** Unix seconds. */
  readonly now: number;
  /** The owners of all references that the message names, by folded reference. */
  readonly known: Map<string, StoredProduct>;
  readonly warnings: Problem[];
  /** Main products whose variants have other axes now. */
  readonly reshaped: Set<number>;
  /** Main products in whose families a price changed. */
  readonly repriced: Set<number>;
  /** Folded references of what is new, or below another parent: rules may have another effect on them now. */
  readonly revalued: Set<string>;
  /** Files of images that are shown no more. */
  readonly dropped: string[];
}

/** Where a record stands: by itself, or below a parent, which may not have come yet. */
export interface Place {
  readonly kind: 'main' | 'variant';
  /** 0: none, or not yet. */
  readonly parentId: number;
  readonly waitsFor: string | null;
}
