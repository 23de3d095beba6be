import { sql as raw } from 'kysely';
import type { Decimal } from '../../../domain/decimal.ts';
import { decimalFromFloat } from '../floats.ts';
import type { TheliaSql } from '../tables.ts';
import { offerKey, readExclusions } from './offers.ts';
import type { StoredVariant } from './rows.ts';
import type { VariantColumns } from './variant-price.ts';

/** What Thelia holds of a variant. */
export interface Offered extends VariantColumns {
  readonly stock: number;
  readonly active: boolean;
}

/** The variants that are on sale as values of their products, by key. */
export async function readOffered(
  sql: TheliaSql,
  variants: readonly StoredVariant[],
): Promise<ReadonlyMap<number, Offered>> {
  const keys = variants.map(({ row }) => row.variant_key);
  if (keys.length === 0) return new Map();
  const rows = await sql
    .selectFrom('passerelle_variant as variant')
    .innerJoin('produit as product', 'product.id', 'variant.parent_id')
    .innerJoin('stock', (join) =>
      join.onRef('stock.produit', '=', 'product.id').onRef('stock.declidisp', '=', 'variant.value_id'),
    )
    .select([
      'variant.variant_key as key',
      'product.id as product',
      'product.prix as prix',
      'product.tva as tva',
      'stock.declidisp as value',
      'stock.valeur as stock',
      'stock.surplus as surplus',
    ])
    .where('variant.variant_key', 'in', keys)
    .orderBy('stock.id', 'desc')
    .execute();
  const excluded = await readExclusions(sql, [...new Set(rows.map(({ product }) => product))]);
  return new Map(
    rows.map((row) => [
      row.key,
      {
        prix: decimalFromFloat(row.prix),
        tva: decimalFromFloat(row.tva),
        surplus: decimalFromFloat(row.surplus),
        stock: row.stock,
        active: !excluded.has(offerKey(row.product, row.value)),
      },
    ]),
  );
}

/** Where a stock stands. */
export interface StockPlace {
  readonly product: number;
  readonly value: number;
}

/** As it is to stand there. */
export interface StockColumns {
  readonly stock: number;
  readonly surplus: Decimal;
}

export async function writeStock(
  sql: TheliaSql,
  { product, value }: StockPlace,
  { stock, surplus }: StockColumns,
): Promise<void> {
  const columns = { valeur: stock, surplus: Number(surplus) };
  const { numUpdatedRows } = await sql
    .updateTable('stock')
    .set(columns)
    .where('produit', '=', product)
    .where('declidisp', '=', value)
    .executeTakeFirst();
  if (numUpdatedRows > 0n || (await readStock(sql, { product, value }))) return;
  await sql
    .insertInto('stock')
    .values({ produit: product, declidisp: value, ...columns })
    .execute();
}

/** The stock that a person gave a value of a product, or we did. */
export async function readStock(
  sql: TheliaSql,
  { product, value }: StockPlace,
): Promise<StockColumns | undefined> {
  const row = await sql
    .selectFrom('stock')
    .select(['valeur as stock', 'surplus'])
    .where('produit', '=', product)
    .where('declidisp', '=', value)
    .orderBy('id')
    .limit(raw.lit(1))
    .executeTakeFirst();
  return row && { stock: row.stock, surplus: decimalFromFloat(row.surplus) };
}

export const deleteStock = (sql: TheliaSql, { product, value }: StockPlace) =>
  sql.deleteFrom('stock').where('produit', '=', product).where('declidisp', '=', value).execute();
