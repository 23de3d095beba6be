import type { Decimal } from '../../../domain/decimal.ts';
import { fail } from '../../../domain/error.ts';
import { parseExtras } from '../../side/extras.ts';
import type { RecordChange } from '../../side/family.ts';
import { readSides } from '../../side/side-rows.ts';
import type { Site } from '../site/site.ts';
import { SHOP_RULES } from '../site/taxes.ts';
import { sideOf, type VirtuemartSql } from '../tables.ts';
import { byGroup, type PriceRow, readPrices, taxIdOf, writeTaxId } from './prices.ts';
import type { StoredProduct } from './rows.ts';
import type { Place, Saving } from './saving.ts';

/*
 * VirtueMart keeps a rate with each price. So a product's rate stands there, and at our side only for as long as the
 * product has no price. A variant's own rate stands at our side always: without one its prices have its parent's.
 */

const keptRate = (side: StoredProduct['side']): Decimal | undefined =>
  side ? parseExtras(side.extras).fields.taxRate : undefined;

export interface TaxChange {
  /** Of the product's prices. */
  readonly taxId: number;
  /** What our side has to keep; `null`: nothing. */
  readonly kept: Decimal | null;
}

/** Rejects with `tax_rate_unknown`: a product at another rate than the ERP's would be sold at a wrong price. */
export async function taxChange(
  { sql, site }: Saving,
  { reference, fields: { taxRate } }: RecordChange,
  { stored, place, prices }: TaxedProduct,
): Promise<TaxChange> {
  const current = taxIdOf(prices);
  const rate = taxRate === undefined ? keptRate(stored?.side) : (taxRate ?? undefined);
  const kept = rate ?? null;
  const rule = rate && (await site.taxes.ruleOf(sql, rate, current ?? SHOP_RULES));
  if (rule !== undefined) return { taxId: rule, kept };
  if (taxRate) throw await unknownRate(sql, site, { reference, rate: taxRate });
  const parent = place.parentId === 0 ? undefined : await parentTaxId(sql, site, place.parentId);
  if (taxRate === null) return { taxId: parent ?? SHOP_RULES, kept };
  const taxId = current ?? parent ?? SHOP_RULES;
  // For when the product's last price goes, and the rate with it.
  const noted = place.kind === 'product' ? await site.taxes.rateOf(sql, taxId) : undefined;
  return { taxId, kept: kept ?? noted ?? null };
}

export interface TaxedProduct {
  readonly stored: StoredProduct | undefined;
  readonly place: Place;
  /** As they are stored. */
  readonly prices: ReadonlyMap<number, PriceRow>;
}

async function unknownRate(
  sql: VirtuemartSql,
  { taxes }: Site,
  { reference, rate }: { readonly reference: string; readonly rate: Decimal },
): Promise<Error> {
  const expected = (await taxes.rates(sql)).join(', ');
  return fail('tax_rate_unknown', {
    ...{ entity: 'product', record: reference, field: 'taxRate' },
    ...{ value: rate, expected },
  });
}

const parentTaxId = async (
  sql: VirtuemartSql,
  { currency }: Site,
  parent: number,
): Promise<number | undefined> => taxIdOf(byGroup(await readPrices(sql, currency, [parent]), parent));

/** The rate that is read back, in percent. */
export async function rateOf(
  sql: VirtuemartSql,
  site: Site,
  {
    side,
    prices,
    parent,
  }: { readonly parent: ReadonlyMap<number, PriceRow> } & Pick<TaxedProduct, 'prices'> &
    Pick<StoredProduct, 'side'>,
): Promise<Decimal | undefined> {
  const current = taxIdOf(prices);
  if (current === undefined) return keptRate(side);
  return keptRate(side) ?? (current === taxIdOf(parent) ? undefined : site.taxes.rateOf(sql, current));
}

/** Variants without a rate of their own have the one that their parent has now. */
export async function followTax(
  { sql, site, now }: Saving,
  parent: number,
  { before, after }: { readonly before: number; readonly after: number },
): Promise<void> {
  const variants = await sql
    .selectFrom('virtuemart_products')
    .select(['virtuemart_product_id as id'])
    .select((is) => is.fn.coalesce('product_sku', is.val('')).as('reference'))
    .where('product_parent_id', '=', parent)
    .execute();
  const sides = await readSides(sideOf(sql), variants);
  const prices = await readPrices(
    sql,
    site.currency,
    variants.map(({ id }) => id),
  );
  for (const { id } of variants)
    if (keptRate(sides.get(id)) === undefined && taxIdOf(byGroup(prices, id)) === before)
      await writeTaxId(sql, { id, taxId: after, now });
}

/** What our side keeps of a rate once the prices are written: a product's only where it has no price. */
export const keptAside = ({ kept }: TaxChange, kind: Place['kind'], isPriced: boolean): Decimal | null =>
  kind === 'product' && isPriced ? null : kept;
