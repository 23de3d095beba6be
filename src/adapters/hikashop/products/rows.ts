import type { ProductKind } from '../../../domain/product.ts';
import { byReference } from '../../side/references.ts';
import { readSides } from '../../side/side-rows.ts';
import type { SideProduct } from '../../side/tables.ts';
import { type HikashopSql, sideOf } from '../tables.ts';

/** What HikaShop holds of one product or variant itself. */
export interface ProductRow {
  readonly id: number;
  readonly reference: string;
  readonly product_type: string;
  readonly product_parent_id: number;
  readonly product_name: string;
  readonly product_description: string;
  readonly product_page_title: string;
  readonly product_meta_description: string;
  readonly product_keywords: string;
  readonly product_quantity: number;
  readonly product_published: number;
  readonly product_tax_id: number;
  readonly product_weight: string;
  readonly product_weight_unit: string;
  readonly product_width: string;
  readonly product_length: string;
  readonly product_height: string;
  readonly product_dimension_unit: string;
}

/** A product as stored: HikaShop's row, and ours where there is one that is of this very product. */
export interface StoredProduct {
  readonly row: ProductRow;
  readonly reference: string;
  readonly side: SideProduct | undefined;
}

const COLUMNS = [
  'product_id as id',
  'product_code as reference',
  'product_type',
  'product_parent_id',
  'product_name',
  'product_description',
  'product_page_title',
  'product_meta_description',
  'product_keywords',
  'product_quantity',
  'product_published',
  'product_tax_id',
  'product_weight',
  'product_weight_unit',
  'product_width',
  'product_length',
  'product_height',
  'product_dimension_unit',
] as const;

export const selectProducts = (sql: HikashopSql) => sql.selectFrom('hikashop_product').select(COLUMNS);

export const kindOf = ({ product_type }: Pick<ProductRow, 'product_type'>): ProductKind =>
  product_type === 'variant' ? 'variant' : 'product';

/** The owners of these references, locked until the transaction ends, by folded reference. */
export async function lockProducts(
  sql: HikashopSql,
  references: readonly string[],
): Promise<ReadonlyMap<string, StoredProduct>> {
  const rows = await selectProducts(sql).where('product_code', 'in', references).forUpdate().execute();
  return byReference(references, await withSides(sql, rows));
}

/** Puts our own rows beside HikaShop's. */
export async function withSides(
  sql: HikashopSql,
  rows: readonly ProductRow[],
): Promise<readonly StoredProduct[]> {
  const sides = await readSides(sideOf(sql), rows);
  return rows.map((row) => ({ row, reference: row.reference, side: sides.get(row.id) }));
}
