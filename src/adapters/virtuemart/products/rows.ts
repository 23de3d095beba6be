import type { ProductKind } from '../../../domain/product.ts';
import { holdReferences } from '../../side/locks.ts';
import { byReference, folded, requireSingle } from '../../side/references.ts';
import { readSides } from '../../side/side-rows.ts';
import type { SideProduct } from '../../side/tables.ts';
import { sideOf, type VirtuemartSql } from '../tables.ts';

/** What VirtueMart holds of one product or variant itself, with its texts in the shop's language. */
export interface ProductRow {
  readonly id: number;
  readonly reference: string;
  readonly product_parent_id: number;
  readonly product_gtin: string | null;
  readonly product_in_stock: number;
  readonly published: number;
  readonly product_weight: string | null;
  readonly product_weight_uom: string | null;
  readonly product_length: string | null;
  readonly product_width: string | null;
  readonly product_height: string | null;
  readonly product_lwh_uom: string | null;
  /** NULL: there is no row of texts yet. */
  readonly slug: string | null;
  readonly product_name: string | null;
  readonly product_desc: string | null;
  readonly product_s_desc: string | null;
  readonly customtitle: string | null;
  readonly metadesc: string | null;
  readonly metakey: string | null;
}

/** A product as stored: VirtueMart's row, and ours where there is one that is of this very product. */
export interface StoredProduct {
  readonly row: ProductRow;
  readonly reference: string;
  readonly side: SideProduct | undefined;
}

export const selectProducts = (sql: VirtuemartSql, vendor: number) =>
  sql
    .selectFrom('virtuemart_products as product')
    .leftJoin(
      'virtuemart_products_lang as text',
      'text.virtuemart_product_id',
      'product.virtuemart_product_id',
    )
    .select(['product.virtuemart_product_id as id', 'product_parent_id', 'product_gtin'])
    .select((is) => is.fn.coalesce('product_sku', is.val('')).as('reference'))
    .select(['product_in_stock', 'published', 'product_weight', 'product_weight_uom'])
    .select(['product_length', 'product_width', 'product_height', 'product_lwh_uom'])
    .select(['slug', 'product_name', 'product_desc', 'product_s_desc', 'customtitle', 'metadesc', 'metakey'])
    .where('virtuemart_vendor_id', '=', vendor);

/** One that waits for its parent is a variant already: VirtueMart's own row cannot say so. */
export const kindOf = ({ row, side }: Pick<StoredProduct, 'row' | 'side'>): ProductKind =>
  row.product_parent_id !== 0 || (side && side.parent_reference !== null) ? 'variant' : 'product';

/**
 * The owners of these references, locked until the transaction ends, by folded reference. VirtueMart has no key that
 * would decide between two who add the same one: whoever finds none waits for the others. Rejects with
 * `reference_ambiguous`, `reference_collides`.
 */
export async function lockProducts(
  sql: VirtuemartSql,
  vendor: number,
  references: readonly string[],
): Promise<ReadonlyMap<string, StoredProduct>> {
  const find = () =>
    selectProducts(sql, vendor)
      .where('product_sku', 'in', references)
      .orderBy('product.virtuemart_product_id')
      .forUpdate()
      .execute();
  let rows = await find();
  const found = new Set(rows.map(({ reference }) => folded(reference)));
  const missing = references.filter((reference) => !found.has(folded(reference)));
  if (missing.length > 0) {
    await holdReferences(sideOf(sql), missing);
    rows = await find();
  }
  requireSingle(rows);
  return byReference(references, await withSides(sql, rows));
}

/** Puts our own rows beside VirtueMart's. */
export async function withSides(
  sql: VirtuemartSql,
  rows: readonly ProductRow[],
): Promise<readonly StoredProduct[]> {
  const sides = await readSides(sideOf(sql), rows);
  return rows.map((row) => ({ row, reference: row.reference, side: sides.get(row.id) }));
}
