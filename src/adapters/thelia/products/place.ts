import { checkPlacement } from '../../side/placement.ts';
import { folded } from '../../side/references.ts';
import type { TheliaSql } from '../tables.ts';
import { findStored, type Stored, type StoredVariant } from './rows.ts';
import type { Place, Saving } from './saving.ts';

interface Below {
  /** The variant-to-be. */
  readonly reference: string;
  readonly parent: string;
  /** As stored so far. */
  readonly stored: Stored | undefined;
}

/** Where a record stands that is to be that parent's variant. Rejects with `variant_of_itself` or `reference_is_parent`. */
export async function placeBelow(saving: Saving, { reference, parent, stored }: Below): Promise<Place> {
  const { sql } = saving;
  const storedParent = saving.known.get(folded(parent));
  const warnings = await checkPlacement({
    reference,
    parent,
    kind: stored?.kind,
    parentKind: storedParent?.kind,
    hasVariants: () => hasVariants(sql, reference, stored),
    parentBefore: async () => (stored?.kind === 'variant' ? parentOf(sql, stored) : undefined),
  });
  saving.warnings.push(...warnings);
  return storedParent?.kind === 'product'
    ? { parentId: storedParent.row.id, waitsFor: null }
    : { parentId: null, waitsFor: parent };
}

/** A variant whose parent came at the same moment, so that neither saw the other, finds it now. */
export async function storedPlace({ sql, site }: Saving, { row }: StoredVariant): Promise<Place> {
  const waitsFor = row.parent_reference;
  if (waitsFor === null) return { parentId: row.parent_id, waitsFor };
  const language = site.languages.main;
  const parent = (await findStored(sql, [waitsFor], { language, locked: false })).get(folded(waitsFor));
  return parent?.kind === 'product'
    ? { parentId: parent.row.id, waitsFor: null }
    : { parentId: null, waitsFor };
}

/** Those that wait for a parent of that name count as well. */
async function hasVariants(sql: TheliaSql, reference: string, stored: Stored | undefined): Promise<boolean> {
  if ((await waitingFor(sql, reference)).length > 0) return true;
  if (stored?.kind !== 'product') return false;
  const variant = await sql
    .selectFrom('passerelle_variant')
    .select('variant_key')
    .where('parent_id', '=', stored.row.id)
    .executeTakeFirst();
  return variant !== undefined;
}

/** The variants that came before their parent, by their keys. */
export async function waitingFor(sql: TheliaSql, parent: string): Promise<readonly number[]> {
  const rows = await sql
    .selectFrom('passerelle_variant')
    .select(['variant_key as key', 'parent_reference as parent'])
    .where('parent_reference', '=', parent)
    .orderBy('variant_key')
    .execute();
  return rows.filter((row) => folded(row.parent ?? '') === folded(parent)).map(({ key }) => key);
}

/** The reference of a variant's parent, also of one that has not come yet. */
async function parentOf(sql: TheliaSql, { row }: StoredVariant): Promise<string | undefined> {
  if (row.parent_id === null) return row.parent_reference ?? undefined;
  const parent = await sql
    .selectFrom('produit')
    .select('ref as reference')
    .where('id', '=', row.parent_id)
    .executeTakeFirst();
  return parent?.reference;
}
