import { sql as raw } from 'kysely';
import { compare, type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import type { PriceChanges, PriceGroups } from '../../side/group-prices.ts';
import type { Site } from '../site/site.ts';
import type { HikashopSql } from '../tables.ts';

/** Whose price it is: everybody's, or that of one user group. */
export type Access = 'all' | number;

/** A price without any condition but whose it is. */
export interface PriceRow {
  readonly id: number;
  readonly product: number;
  readonly access: Access;
  readonly value: Decimal;
}

/** The price to write; `null`: none any more. */
export type WantedPrices = PriceChanges<Access>['wanted'];

/** The access that these rows name, undefined for one that several groups have. */
function accessFrom(text: string): Access | undefined {
  if (text === 'all') return 'all';
  const [, group] = /^,(\d+),$/.exec(text) ?? [];
  return group === undefined ? undefined : Number(group);
}

const accessText = (access: Access): string => (access === 'all' ? 'all' : `,${access},`);

/** Whom the shop has prices for, and by which names. */
export const priceGroups = (sql: HikashopSql, { groups, levels }: Site): PriceGroups<Access> => ({
  everybody: 'all',
  levels,
  nameOf: async (access) => (access === 'all' ? undefined : groups.titleOf(sql, access)),
  idOf: (name) => groups.idOf(sql, name),
});

/**
 * The plain prices of these products in the shop's currency, the one that counts first: not those for larger quantities,
 * for some users, for some days or zones, nor those of the ERP's price rules.
 */
export async function readPrices(
  sql: HikashopSql,
  currency: number,
  products: readonly number[],
): Promise<readonly PriceRow[]> {
  if (products.length === 0) return [];
  const rows = await sql
    .selectFrom('hikashop_price as price')
    .leftJoin('passerelle_rule_price as ofRule', 'ofRule.price_id', 'price.price_id')
    .select(['price.price_id as id', 'price_product_id as product'])
    .select(['price_access as text', 'price_value as value'])
    .where('ofRule.price_id', 'is', null)
    .where('price_product_id', 'in', products)
    .where('price_currency_id', '=', currency)
    .where('price_min_quantity', '<=', 1)
    .where('price_users', '=', '')
    .where('price_start_date', '=', 0)
    .where('price_end_date', '=', 0)
    .where('price_zone_id', 'in', ['', '0'])
    .where(raw<string>`COALESCE(price_site_id, '')`, '=', '')
    .orderBy('price_min_quantity')
    .orderBy('price.price_id')
    .execute();
  return rows.flatMap(({ text, value, ...row }) => {
    const access = accessFrom(text);
    return access === undefined ? [] : [{ ...row, access, value: parseDecimal(value) ?? ZERO }];
  });
}

/** Of one product; by whose it is, the one that counts. */
export const byAccess = (rows: readonly PriceRow[], product: number): ReadonlyMap<Access, PriceRow> =>
  new Map(
    rows
      .filter((row) => row.product === product)
      .toReversed()
      .map((row) => [row.access, row]),
  );

/** Writes the prices that differ; true when there were any. */
export async function writePrices(
  sql: HikashopSql,
  product: { readonly id: number; readonly currency: number },
  { stored, wanted }: { readonly stored: ReadonlyMap<Access, PriceRow>; readonly wanted: WantedPrices },
): Promise<boolean> {
  let changed = false;
  for (const [access, value] of wanted) {
    const row = stored.get(access);
    if ((row?.value ?? null) === value) continue;
    changed = true;
    if (row && value !== null) await updatePrice(sql, row.id, value);
    else if (row) await sql.deleteFrom('hikashop_price').where('price_id', '=', row.id).execute();
    else if (value !== null) await insertPrice(sql, product, { access, value });
  }
  return changed;
}

const updatePrice = (sql: HikashopSql, id: number, value: Decimal) =>
  sql.updateTable('hikashop_price').set({ price_value: value }).where('price_id', '=', id).execute();

const insertPrice = (
  sql: HikashopSql,
  { id, currency }: { readonly id: number; readonly currency: number },
  { access, value }: { readonly access: Access; readonly value: Decimal },
) =>
  sql
    .insertInto('hikashop_price')
    .values({
      price_product_id: id,
      price_currency_id: currency,
      price_value: value,
      price_min_quantity: 0,
      price_access: accessText(access),
      price_zone_id: '',
    })
    .execute();

/** A main product or one of its variants. */
export interface FamilyMember {
  readonly id: number;
  readonly main: number;
  readonly reference: string;
}

/** These main products with their variants. */
export async function familiesOf(
  sql: HikashopSql,
  mains: readonly number[],
): Promise<readonly FamilyMember[]> {
  if (mains.length === 0) return [];
  const rows = await sql
    .selectFrom('hikashop_product')
    .select(['product_id as id', 'product_parent_id as parent', 'product_code as reference'])
    .where((is) => is.or([is('product_id', 'in', mains), is('product_parent_id', 'in', mains)]))
    .execute();
  return rows.map(({ id, parent, reference }) => ({ id, main: parent || id, reference }));
}

/** HikaShop sorts by the lowest price of a product and its variants, which it keeps beside the product. */
export async function writeSortPrices(
  sql: HikashopSql,
  currency: number,
  families: readonly FamilyMember[],
): Promise<void> {
  const rows = await readPrices(
    sql,
    currency,
    families.map(({ id }) => id),
  );
  const prices = rows.filter(({ access }) => access === 'all');
  for (const [main, members] of Map.groupBy(families, (member) => member.main)) {
    const own = prices.filter(({ product }) => members.some(({ id }) => id === product));
    const [lowest = ZERO] = own.map(({ value }) => value).sort(compare);
    await sql
      .updateTable('hikashop_product')
      .set({ product_sort_price: lowest })
      .where('product_id', '=', main)
      .execute();
  }
}
