import { fail } from '../../domain/error.ts';
import { type Problem, type ProblemFacts, problem, quotable } from '../../domain/problem.ts';
import type { ProductKind } from '../../domain/product.ts';
import { folded } from './references.ts';

export interface Placement {
  /** The variant-to-be. */
  readonly reference: string;
  readonly parent: string;
  /** As stored so far. */
  readonly kind: ProductKind | undefined;
  readonly parentKind: ProductKind | undefined;
  /** Whether the record has variants of its own; those that wait for one of its name count as well. */
  hasVariants(): Promise<boolean>;
  /** The reference of a variant's parent so far, also of one that has not come yet. */
  parentBefore(): Promise<string | undefined>;
}

/** Whether a record may be that parent's variant, and what is worth a word. Rulings: docs/protocol.md, "Fields". */
export async function checkPlacement(placement: Placement): Promise<readonly Problem[]> {
  const { reference, parent, kind, parentKind } = placement;
  const facts: ProblemFacts = { entity: 'product', record: parent, value: quotable(reference) };
  if (folded(reference) === folded(parent)) throw fail('variant_of_itself', facts);
  if (kind !== 'variant' && (await placement.hasVariants())) throw fail('reference_is_parent', facts);
  if (parentKind === 'variant') throw fail('reference_is_parent', { ...facts, value: quotable(parent) });

  const warnings: Problem[] = [];
  if (kind === 'product') warnings.push(problem('became_variant', facts));
  const before = kind === 'variant' ? await placement.parentBefore() : undefined;
  if (before !== undefined && folded(before) !== folded(parent))
    warnings.push(problem('moved_to_parent', { ...facts, expected: quotable(before) }));
  if (parentKind === undefined)
    warnings.push(
      problem('parked_unknown_product', { ...facts, record: reference, value: quotable(parent) }),
    );
  return warnings;
}
