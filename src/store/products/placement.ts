import { fail } from '../../domain/error.ts';
import { type Problem, type ProblemFacts, problem, quotable } from '../../domain/problem.ts';
import type { Sql } from '../database.ts';
import { findKind, hasVariants, type ProductRow } from './rows.ts';

export interface Placement {
  /** The variant-to-be. */
  readonly reference: string;
  readonly parent: string;
  /** As stored so far. */
  readonly row: ProductRow | undefined;
}

/** Whether a record may be that parent's variant, and what is worth a word. Rulings: docs/protocol.md, "Fields". */
export async function checkPlacement(sql: Sql, placement: Placement): Promise<Problem[]> {
  const { reference, parent, row } = placement;
  const facts: ProblemFacts = { entity: 'product', record: parent, value: quotable(reference) };
  if (reference === parent) throw fail('variant_of_itself', facts);
  // Families have two levels: a variant has no variants, not even such as wait for a parent of its name.
  if (row?.kind !== 'variant' && (await hasVariants(sql, reference)))
    throw fail('reference_is_parent', facts);
  const parentKind = await findKind(sql, parent);
  if (parentKind === 'variant') throw fail('reference_is_parent', { ...facts, value: quotable(parent) });

  const warnings: Problem[] = [];
  if (row?.kind === 'product') warnings.push(problem('became_variant', facts));
  else if (row && row.parent !== parent && row.parent !== null) {
    warnings.push(problem('moved_to_parent', { ...facts, expected: quotable(row.parent) }));
  }
  if (parentKind === undefined) {
    warnings.push(
      problem('parked_unknown_product', { ...facts, record: reference, value: quotable(parent) }),
    );
  }
  return warnings;
}
