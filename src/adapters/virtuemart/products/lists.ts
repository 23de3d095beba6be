import { sql as raw } from 'kysely';
import type { ListedProduct, ProductKind } from '../../../domain/product.ts';
import type { Slice } from '../../../domain/slice.ts';
import { type KeyedRecords, listByKey } from '../../side/stable-list.ts';
import type { VirtuemartSql } from '../tables.ts';

/** Which list: those of one vendor, of one kind. */
interface ProductList {
  readonly vendor: number;
  readonly kind: ProductKind;
}

export const listProducts = (
  sql: VirtuemartSql,
  list: ProductList,
  slice: Slice,
): AsyncGenerator<readonly ListedProduct[]> => listByKey(recordsOf(sql, list), slice);

/** Those with a reference: the others are none of the ERP's. */
export const recordsOf = (sql: VirtuemartSql, { vendor, kind }: ProductList): KeyedRecords => {
  const id = 'product.virtuemart_product_id';
  const products = () =>
    sql
      .selectFrom('virtuemart_products as product')
      .where('virtuemart_vendor_id', '=', vendor)
      .where('product_sku', '!=', '')
      .where(ofKind(kind));
  const keys = () => products().select(`${id} as key`).limit(raw.lit(1));
  return {
    async keyAt(place) {
      const row = await keys().orderBy(id).offset(raw.lit(place)).executeTakeFirst();
      return row?.key;
    },
    async newest() {
      const row = await keys().orderBy(id, 'desc').executeTakeFirst();
      return row?.key;
    },
    async page({ after, newest, limit }) {
      const rows = await products()
        .select([`${id} as key`, 'product_sku as reference'])
        .where(id, '>', after)
        .where(id, '<=', newest)
        .orderBy(id)
        .limit(raw.lit(limit))
        .execute();
      return rows.map(({ key, reference }) => ({ key, id: String(key), reference: reference ?? '' }));
    },
  };
};

/** Of `product`, a table of VirtueMart's products: see kindOf. */
export const ofKind = (kind: ProductKind) => {
  const waits = raw<boolean>`EXISTS (SELECT 1 FROM ${raw.table('passerelle_product')} AS waiting
    WHERE waiting.product_id = product.virtuemart_product_id AND waiting.parent_reference IS NOT NULL
      AND waiting.reference = BINARY product.product_sku)`;
  return kind === 'product'
    ? raw<boolean>`product.product_parent_id = 0 AND NOT ${waits}`
    : raw<boolean>`(product.product_parent_id <> 0 OR ${waits})`;
};
