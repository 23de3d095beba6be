import { folded } from '../../side/references.ts';
import type { VirtuemartSql } from '../tables.ts';
import type { StoredProduct } from './rows.ts';

/** Those that wait for a parent of that name count as well. */
export async function hasVariants(
  sql: VirtuemartSql,
  reference: string,
  stored: StoredProduct | undefined,
): Promise<boolean> {
  if ((await waitingFor(sql, reference)).length > 0) return true;
  if (!stored) return false;
  const variant = await sql
    .selectFrom('virtuemart_products')
    .select('virtuemart_product_id as id')
    .where('product_parent_id', '=', stored.row.id)
    .executeTakeFirst();
  return variant !== undefined;
}

/** The variants that came before their parent. */
export async function waitingFor(sql: VirtuemartSql, parent: string): Promise<readonly number[]> {
  const rows = await sql
    .selectFrom('passerelle_product as side')
    .innerJoin('virtuemart_products as product', 'product.virtuemart_product_id', 'side.product_id')
    .select(['product.virtuemart_product_id as id', 'product.product_sku as sku'])
    .select(['side.reference as reference', 'side.parent_reference as parent'])
    .where('side.parent_reference', '=', parent)
    .execute();
  return rows
    .filter((row) => row.sku === row.reference && folded(row.parent ?? '') === folded(parent))
    .map(({ id }) => id);
}

/** The reference of a variant's parent, also of one that has not come yet. */
export async function parentReference(
  sql: VirtuemartSql,
  { row, side }: StoredProduct,
): Promise<string | undefined> {
  const parent = await sql
    .selectFrom('virtuemart_products')
    .select('product_sku as reference')
    .where('virtuemart_product_id', '=', row.product_parent_id)
    .executeTakeFirst();
  return parent?.reference ?? side?.parent_reference ?? undefined;
}
