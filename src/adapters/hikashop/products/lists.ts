import { sql as raw } from 'kysely';
import type { ListedProduct, ProductKind } from '../../../domain/product.ts';
import type { Slice } from '../../../domain/slice.ts';
import { type KeyedRecords, listByKey } from '../../side/stable-list.ts';
import type { HikashopSql } from '../tables.ts';

export const typeOf = (kind: ProductKind): string => (kind === 'variant' ? 'variant' : 'main');

export const listProducts = (
  sql: HikashopSql,
  kind: ProductKind,
  slice: Slice,
): AsyncGenerator<readonly ListedProduct[]> => listByKey(recordsOf(sql, kind), slice);

export const recordsOf = (sql: HikashopSql, kind: ProductKind): KeyedRecords => {
  const products = () => sql.selectFrom('hikashop_product').where('product_type', '=', typeOf(kind));
  const keys = () => products().select('product_id as key').limit(raw.lit(1));
  return {
    async keyAt(place) {
      const row = await keys().orderBy('product_id').offset(raw.lit(place)).executeTakeFirst();
      return row?.key;
    },
    async newest() {
      const row = await keys().orderBy('product_id', 'desc').executeTakeFirst();
      return row?.key;
    },
    async page({ after, newest, limit }) {
      const rows = await products()
        .select(['product_id as key', 'product_code as reference'])
        .where('product_id', '>', after)
        .where('product_id', '<=', newest)
        .orderBy('product_id')
        .limit(raw.lit(limit))
        .execute();
      return rows.map((row) => ({ ...row, id: String(row.key) }));
    },
  };
};
