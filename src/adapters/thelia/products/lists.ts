import { sql as raw } from 'kysely';
import type { ListedProduct, ProductKind } from '../../../domain/product.ts';
import type { Slice } from '../../../domain/slice.ts';
import { type KeyedRecords, listByKey } from '../../side/stable-list.ts';
import type { TheliaSql } from '../tables.ts';

export const listProducts = (
  sql: TheliaSql,
  kind: ProductKind,
  slice: Slice,
): AsyncGenerator<readonly ListedProduct[]> => listByKey(recordsOf(sql, kind), slice);

export const recordsOf = (sql: TheliaSql, kind: ProductKind): KeyedRecords =>
  kind === 'variant' ? variantRecords(sql) : productRecords(sql);

/** Thelia's products, but those that have become variants since. */
export const selectMainProducts = (sql: TheliaSql) =>
  sql
    .selectFrom('produit')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('passerelle_variant as variant')
            .select('variant.variant_key')
            .whereRef('variant.former_id', '=', 'produit.id')
            .where(
              raw<string>`CAST(variant.reference AS BINARY)`,
              '=',
              raw<string>`CAST(produit.ref AS BINARY)`,
            ),
        ),
      ),
    );

const productRecords = (sql: TheliaSql): KeyedRecords => {
  const keys = () => selectMainProducts(sql).select('produit.id as key').limit(raw.lit(1));
  return {
    async keyAt(place) {
      const row = await keys().orderBy('produit.id').offset(raw.lit(place)).executeTakeFirst();
      return row?.key;
    },
    async newest() {
      const row = await keys().orderBy('produit.id', 'desc').executeTakeFirst();
      return row?.key;
    },
    async page({ after, newest, limit }) {
      const rows = await selectMainProducts(sql)
        .select(['produit.id as key', 'produit.ref as reference'])
        .where('produit.id', '>', after)
        .where('produit.id', '<=', newest)
        .orderBy('produit.id')
        .limit(raw.lit(limit))
        .execute();
      return rows.map((row) => ({ ...row, id: String(row.key) }));
    },
  };
};

/** A variant is none of Thelia's own records: its id is one that no product will have. */
const FIRST_ID = 1_000_000_000;

export const variantId = ({
  key,
  former,
}: {
  readonly key: number;
  readonly former: number | null;
}): string => String(former ?? FIRST_ID + key);

const variantRecords = (sql: TheliaSql): KeyedRecords => {
  const keys = () => sql.selectFrom('passerelle_variant').select('variant_key as key').limit(raw.lit(1));
  return {
    async keyAt(place) {
      const row = await keys().orderBy('variant_key').offset(raw.lit(place)).executeTakeFirst();
      return row?.key;
    },
    async newest() {
      const row = await keys().orderBy('variant_key', 'desc').executeTakeFirst();
      return row?.key;
    },
    async page({ after, newest, limit }) {
      const rows = await sql
        .selectFrom('passerelle_variant')
        .select(['variant_key as key', 'former_id as former', 'reference'])
        .where('variant_key', '>', after)
        .where('variant_key', '<=', newest)
        .orderBy('variant_key')
        .limit(raw.lit(limit))
        .execute();
      return rows.map(({ key, former, reference }) => ({ key, id: variantId({ key, former }), reference }));
    },
  };
};
