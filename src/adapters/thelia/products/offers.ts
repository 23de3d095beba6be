import { sql as raw } from 'kysely';
import type { TheliaSql } from '../tables.ts';
import type { Value } from './declinations.ts';

/*
 * In Thelia a rubrique has declinations, and each product in it is offered in all their values but those that are
 * excluded for it. So that no product gains a choice which the ERP did not give it, whatever is new is excluded for all
 * but its own.
 */

/** A value that has just been made is offered for no product yet. */
export async function hideNewValue(sql: TheliaSql, { id, declination }: Value): Promise<void> {
  await raw`INSERT INTO exdecprod (produit, declidisp)
    SELECT product.id, ${id} FROM produit AS product
    JOIN rubdeclinaison AS bound ON bound.rubrique = product.rubrique
    WHERE bound.declinaison = ${declination}`.execute(sql);
}

/** Gives a rubrique a declination; its products are not offered in it. */
export async function bindDeclination(sql: TheliaSql, category: number, declination: number): Promise<void> {
  const bound = await sql
    .selectFrom('rubdeclinaison')
    .select('id')
    .where('rubrique', '=', category)
    .where('declinaison', '=', declination)
    .executeTakeFirst();
  if (bound) return;
  await sql.insertInto('rubdeclinaison').values({ rubrique: category, declinaison: declination }).execute();
  await exclude(sql, raw`product.rubrique = ${category}`, [declination]);
}

/** A product that has come into a rubrique is not offered in what the ERP's variants made there. */
export async function hideForNewcomer(
  sql: TheliaSql,
  { product, category }: { readonly product: number; readonly category: number },
): Promise<void> {
  const rows = await sql
    .selectFrom('rubdeclinaison as bound')
    .innerJoin('declidisp as value', 'value.declinaison', 'bound.declinaison')
    .innerJoin('passerelle_variant as variant', 'variant.value_id', 'value.id')
    .select('bound.declinaison as id')
    .distinct()
    .where('bound.rubrique', '=', category)
    .execute();
  await exclude(
    sql,
    raw`product.id = ${product}`,
    rows.map(({ id }) => id),
  );
}

/** Of a product only the values of which it has a stock are offered. */
export const hideOtherValues = (sql: TheliaSql, product: number, declination: number): Promise<void> =>
  exclude(sql, raw`product.id = ${product}`, [declination]);

async function exclude(
  sql: TheliaSql,
  which: ReturnType<typeof raw>,
  declinations: readonly number[],
): Promise<void> {
  if (declinations.length === 0) return;
  await raw`INSERT INTO exdecprod (produit, declidisp)
    SELECT product.id, value.id FROM produit AS product
    JOIN declidisp AS value ON value.declinaison IN (${raw.join(declinations)})
    WHERE ${which}
      AND NOT EXISTS (SELECT 1 FROM stock WHERE stock.produit = product.id AND stock.declidisp = value.id)
      AND NOT EXISTS (
        SELECT 1 FROM exdecprod AS known WHERE known.produit = product.id AND known.declidisp = value.id
      )`.execute(sql);
}

/** Whether these products are offered in these values: those of which an exclusion stands are not. */
export async function readExclusions(
  sql: TheliaSql,
  products: readonly number[],
): Promise<ReadonlySet<string>> {
  if (products.length === 0) return new Set();
  const rows = await sql
    .selectFrom('exdecprod')
    .select(['produit as product', 'declidisp as value'])
    .where('produit', 'in', products)
    .execute();
  return new Set(rows.map(({ product, value }) => offerKey(product, value)));
}

export const offerKey = (product: number, value: number): string => `${product} ${value}`;

/** Offers a product in a value, or no longer; true when that is a change. */
export async function setOffered(
  sql: TheliaSql,
  {
    product,
    value,
    offered,
  }: { readonly product: number; readonly value: number; readonly offered: boolean },
): Promise<boolean> {
  const excluded = await sql
    .selectFrom('exdecprod')
    .select('id')
    .where('declidisp', '=', value)
    .where('produit', '=', product)
    .executeTakeFirst();
  if (offered === (excluded === undefined)) return false;
  if (offered)
    await sql.deleteFrom('exdecprod').where('declidisp', '=', value).where('produit', '=', product).execute();
  else await sql.insertInto('exdecprod').values({ produit: product, declidisp: value }).execute();
  return true;
}
