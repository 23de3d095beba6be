import { type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import type { PriceChanges, PriceGroups } from '../../side/group-prices.ts';
import type { Site } from '../site/site.ts';
import { SHOP_RULES } from '../site/taxes.ts';
import type { VirtuemartSql } from '../tables.ts';

/** Whose price it is: that of a group, or everybody's. */
export type Group = number;
export const EVERYBODY: Group = 0;

/** A price without any condition but whose it is. */
export interface PriceRow {
  readonly id: number;
  readonly product: number;
  readonly group: Group;
  readonly value: Decimal;
  /** A rule's id: see site/taxes.ts. */
  readonly taxId: number;
}

/** The price to write; `null`: none any more. */
export type WantedPrices = PriceChanges<Group>['wanted'];

const NO_END = '0000-00-00 00:00:00';

/** Whom the shop has prices for, and by which names. */
export const priceGroups = (sql: VirtuemartSql, { groups, levels }: Site): PriceGroups<Group> => ({
  everybody: EVERYBODY,
  levels,
  nameOf: (group) => groups.nameOf(sql, group),
  idOf: (name) => groups.idOf(sql, name),
});

/**
 * The plain prices of these products in the shop's currency, the one that counts first: not those for larger quantities,
 * or for some days, nor those of the ERP's price rules.
 */
export async function readPrices(
  sql: VirtuemartSql,
  currency: number,
  products: readonly number[],
): Promise<readonly PriceRow[]> {
  if (products.length === 0) return [];
  const rows = await sql
    .selectFrom('virtuemart_product_prices as price')
    .leftJoin('passerelle_rule_price as ofRule', 'ofRule.price_id', 'price.virtuemart_product_price_id')
    .select(['virtuemart_product_price_id as id', 'virtuemart_product_id as product'])
    .select(['virtuemart_shoppergroup_id as group', 'product_price as value', 'product_tax_id as taxId'])
    .where('ofRule.price_id', 'is', null)
    .where('virtuemart_product_id', 'in', products)
    .where('product_currency', '=', currency)
    .where('price_quantity_start', '<=', 1)
    .where('price_quantity_end', '=', 0)
    .where((is) =>
      is.and(
        (['product_price_publish_up', 'product_price_publish_down'] as const).map((column) =>
          is.or([is(column, 'is', null), is(column, '=', NO_END)]),
        ),
      ),
    )
    .where('product_price', 'is not', null)
    .orderBy('price_quantity_start')
    .orderBy('virtuemart_product_price_id')
    .execute();
  return rows.map(({ value, taxId, ...row }) => ({
    ...row,
    value: parseDecimal(value ?? '') ?? ZERO,
    taxId: taxId ?? SHOP_RULES,
  }));
}

/** Of one product; by whose it is, the one that counts. */
export const byGroup = (rows: readonly PriceRow[], product: number): ReadonlyMap<Group, PriceRow> =>
  new Map(
    rows
      .filter((row) => row.product === product)
      .toReversed()
      .map((row) => [row.group, row]),
  );

/** Which rule a product's prices name: everybody's, else any of them. */
export const taxIdOf = (rows: ReadonlyMap<Group, PriceRow>): number | undefined =>
  (rows.get(EVERYBODY) ?? [...rows.values()][0])?.taxId;

/** What the prices of a product have in common. */
export interface PricedProduct {
  readonly id: number;
  readonly currency: number;
  readonly taxId: number;
  /** The moment, in VirtueMart's words. */
  readonly now: string;
}

/** Writes the prices that differ; true when there were any. */
export async function writePrices(
  sql: VirtuemartSql,
  product: PricedProduct,
  { stored, wanted }: { readonly stored: ReadonlyMap<Group, PriceRow>; readonly wanted: WantedPrices },
): Promise<boolean> {
  let changed = false;
  let counted = false;
  for (const [group, value] of wanted) {
    const row = stored.get(group);
    if ((row?.value ?? null) === value) continue;
    changed = true;
    counted ||= !row || value === null;
    if (row && value !== null) await updatePrice(sql, row.id, { value, now: product.now });
    else if (row) await removePrice(sql, row.id);
    else if (value !== null) await addPrice(sql, product, { group, value });
  }
  if (counted) await notePrices(sql, product.id);
  return changed;
}

const updatePrice = (
  sql: VirtuemartSql,
  id: number,
  { value, now }: { readonly value: Decimal; readonly now: string },
) =>
  sql
    .updateTable('virtuemart_product_prices')
    .set({ product_price: value, modified_on: now })
    .where('virtuemart_product_price_id', '=', id)
    .execute();

const removePrice = (sql: VirtuemartSql, id: number) =>
  sql.deleteFrom('virtuemart_product_prices').where('virtuemart_product_price_id', '=', id).execute();

const addPrice = (
  sql: VirtuemartSql,
  { id, currency, taxId, now }: PricedProduct,
  { group, value }: { readonly group: Group; readonly value: Decimal },
) =>
  sql
    .insertInto('virtuemart_product_prices')
    .values({
      ...{ virtuemart_product_id: id, virtuemart_shoppergroup_id: group, product_price: value },
      ...{ override: 0, product_override_price: '0', product_discount_id: 0 },
      ...{ product_tax_id: taxId, product_currency: currency, created_on: now, modified_on: now },
    })
    .execute();

/** All prices of a product name one rule: the ERP has one rate of it. */
export const writeTaxId = (sql: VirtuemartSql, { id, taxId, now }: Omit<PricedProduct, 'currency'>) =>
  sql
    .updateTable('virtuemart_product_prices')
    .set({ product_tax_id: taxId, modified_on: now })
    .where('virtuemart_product_id', '=', id)
    .execute();

/** VirtueMart does not look for prices that it knows to be none. */
export async function notePrices(sql: VirtuemartSql, product: number): Promise<void> {
  const price = await sql
    .selectFrom('virtuemart_product_prices')
    .select('virtuemart_product_price_id as id')
    .where('virtuemart_product_id', '=', product)
    .executeTakeFirst();
  await sql
    .updateTable('virtuemart_products')
    .set({ has_prices: price ? 1 : 0 })
    .where('virtuemart_product_id', '=', product)
    .execute();
}
