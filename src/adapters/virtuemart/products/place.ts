import type { RecordChange } from '../../side/family.ts';
import { checkPlacement } from '../../side/placement.ts';
import { folded } from '../../side/references.ts';
import { hasVariants, parentReference } from './placement.ts';
import { kindOf, type StoredProduct } from './rows.ts';
import type { Place, Saving } from './saving.ts';

/** Where the record stands after the change. Rejects with `variant_of_itself` or `reference_is_parent`. */
export async function placeOf(
  saving: Saving,
  { reference, parent }: RecordChange,
  stored: StoredProduct | undefined,
): Promise<Place> {
  if (parent === undefined) return stored ? storedPlace(saving, stored) : PLAIN;
  const storedParent = saving.known.get(folded(parent));
  const warnings = await checkPlacement({
    reference,
    parent,
    kind: stored && kindOf(stored),
    parentKind: storedParent && kindOf(storedParent),
    hasVariants: () => hasVariants(saving.sql, reference, stored),
    parentBefore: async () => stored && parentReference(saving.sql, stored),
  });
  saving.warnings.push(...warnings);
  return {
    kind: 'variant',
    parentId: storedParent?.row.id ?? 0,
    waitsFor: storedParent ? null : parent,
  };
}

const PLAIN: Place = { kind: 'product', parentId: 0, waitsFor: null };

/** A variant whose parent came at the same moment, so that neither saw the other, finds it now. */
async function storedPlace({ sql, site }: Saving, stored: StoredProduct): Promise<Place> {
  if (kindOf(stored) === 'product') return PLAIN;
  const { row, side } = stored;
  const waitsFor = side?.parent_reference ?? null;
  if (waitsFor === null) return { kind: 'variant', parentId: row.product_parent_id, waitsFor };
  const parent = await sql
    .selectFrom('virtuemart_products')
    .select('virtuemart_product_id as id')
    .where('product_sku', '=', waitsFor)
    .where('virtuemart_vendor_id', '=', site.vendor)
    .where('product_parent_id', '=', 0)
    .orderBy('virtuemart_product_id')
    .executeTakeFirst();
  return { kind: 'variant', parentId: parent?.id ?? 0, waitsFor: parent ? null : waitsFor };
}
