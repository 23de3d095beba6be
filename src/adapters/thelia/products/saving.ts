import type { LocalDateTime } from '../../../domain/dates.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Site } from '../site/site.ts';
import type { TheliaSql } from '../tables.ts';
import type { Stored } from './rows.ts';

/** One message on its way into the tables: a product with its variants, in one transaction. */
export interface Saving {
  readonly sql: TheliaSql;
  readonly site: Site;
  readonly now: LocalDateTime;
  /** The owners of all references that the message names, by folded reference. */
  readonly known: Map<string, Stored>;
  readonly warnings: Problem[];
  /** Files of images that are shown no more. */
  readonly dropped: string[];
}

/** Where a variant stands: below a parent, which may not have come yet. */
export interface Place {
  /** `null`: not yet. */
  readonly parentId: number | null;
  readonly waitsFor: string | null;
}
