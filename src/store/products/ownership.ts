import { ownedFieldAt, withoutOwned } from '../../domain/ownership.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { StoreContext, Writing } from '../context.ts';
import { changedParts, changedPaths } from './changed-parts.ts';
import { type Difference, differenceOf, type ResolvedChange, type StoredParts } from './difference.ts';

/** Who writes to a product that is there already, and what the shop keeps for itself. */
export interface OwnershipCase {
  readonly owned: StoreContext['owned'];
  readonly writing: Writing;
}

/** What a change may do to a stored product, and what of it is the shop's own to say. */
export interface AllowedDifference {
  readonly difference: Difference;
  readonly warnings: readonly Problem[];
}

/** What equals the stored value is no attempt to change it. */
export function allowedDifference(
  stored: StoredParts,
  change: ResolvedChange,
  { owned, writing }: OwnershipCase,
): AllowedDifference {
  const difference = differenceOf(stored, change);
  if (!isLimited({ owned, writing })) return { difference, warnings: [] };
  const paths = changedPaths(changedParts(stored, difference));
  const refused = new Set(paths.flatMap((path) => ownedFieldAt(path, owned) ?? []));
  if (refused.size === 0) return { difference, warnings: [] };
  const facts = { entity: 'product', record: change.reference } as const;
  return {
    difference: differenceOf(stored, withoutOwned(change, owned, partOf)),
    warnings: [...refused].map((field) => problem('field_owned', { ...facts, field })),
  };
}

export const isLimited = ({ owned, writing }: OwnershipCase): boolean =>
  owned.size > 0 && writing.origin.by === 'erp';

const partOf = (key: string): string => (key === 'categoryId' ? 'categoryPath' : key);
