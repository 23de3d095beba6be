import type { Decimal } from '../../../domain/decimal.ts';
import type { PriceRule } from '../../../domain/price-rule.ts';
import { folded } from '../../side/references.ts';
import type { VirtuemartContext } from '../context.ts';
import { byGroup, EVERYBODY, readPrices, taxIdOf } from '../products/prices.ts';
import type { Site } from '../site/site.ts';
import { SHOP_RULES } from '../site/taxes.ts';
import type { VirtuemartSql } from '../tables.ts';

/** What a page of rules has to know of the shop. */
export interface RuleFacts {
  /** By folded reference. */
  readonly products: ReadonlyMap<string, PricedProduct>;
  /** The ERP's codes of customers who have an account. */
  readonly accounts: ReadonlySet<string>;
  /** By ISO code. */
  readonly currencies: ReadonlyMap<string, number>;
  readonly mainCurrency: number;
  /** By the name that a rule has for a group. */
  readonly groups: ReadonlyMap<string, number>;
}

interface Priced {
  readonly id: number;
  /** Its own, or its parent's; excluding tax. */
  readonly price: Decimal | undefined;
  readonly taxId: number;
}

interface PricedProduct extends Priced {
  /** Those that have prices of their own: they do not get their parent's. */
  readonly variants: readonly Priced[];
}

export async function readFacts(
  sql: VirtuemartSql,
  { site }: VirtuemartContext,
  { references, rules }: { readonly references: readonly string[]; readonly rules: readonly PriceRule[] },
): Promise<RuleFacts> {
  const groups = new Map<string, number>();
  for (const { group } of rules) {
    const id = group === '' ? undefined : await site.groups.idOf(sql, group);
    if (id !== undefined) groups.set(group, id);
  }
  return {
    products: await readProducts(sql, site, references),
    accounts: await readAccounts(sql, rules),
    currencies: await readCurrencies(sql),
    mainCurrency: site.currency,
    groups,
  };
}

/** Of several with the same reference the oldest. */
async function readProducts(
  sql: VirtuemartSql,
  { vendor, currency }: Site,
  references: readonly string[],
): Promise<ReadonlyMap<string, PricedProduct>> {
  const rows = await sql
    .selectFrom('virtuemart_products')
    .select(['virtuemart_product_id as id', 'product_parent_id as parent'])
    .select((is) => is.fn.coalesce('product_sku', is.val('')).as('reference'))
    .where('virtuemart_vendor_id', '=', vendor)
    .where('product_sku', 'in', references)
    .where('product_sku', '!=', '')
    .orderBy('virtuemart_product_id', 'desc')
    .execute();
  const variants = await variantsOf(
    sql,
    rows.map(({ id }) => id),
  );
  const ids = [...rows, ...variants].flatMap(({ id, parent }) => [id, parent]);
  const prices = await readPrices(
    sql,
    currency,
    [...new Set(ids)].filter((id) => id !== 0),
  );
  const priced = ({ id, parent }: Member): Priced => {
    const [own, above] = [byGroup(prices, id), byGroup(prices, parent)];
    const price = (own.get(EVERYBODY) ?? above.get(EVERYBODY))?.value;
    return { id, price, taxId: taxIdOf(own) ?? taxIdOf(above) ?? SHOP_RULES };
  };
  const own = variants.filter(({ id }) => byGroup(prices, id).size > 0);
  return new Map(
    rows.map((row) => [
      folded(row.reference),
      { ...priced(row), variants: own.filter(({ parent }) => parent === row.id).map(priced) },
    ]),
  );
}

interface Member {
  readonly id: number;
  readonly parent: number;
}

const variantsOf = async (sql: VirtuemartSql, parents: readonly number[]): Promise<readonly Member[]> =>
  parents.length === 0
    ? []
    : sql
        .selectFrom('virtuemart_products')
        .select(['virtuemart_product_id as id', 'product_parent_id as parent'])
        .where('product_parent_id', 'in', parents)
        .execute();

async function readAccounts(sql: VirtuemartSql, rules: readonly PriceRule[]): Promise<ReadonlySet<string>> {
  const codes = [...new Set(rules.map(({ customer }) => customer))].filter((code) => code !== '');
  if (codes.length === 0) return new Set();
  const rows = await sql
    .selectFrom('passerelle_customer')
    .select('code')
    .where('code', 'in', codes)
    .where('account_id', 'is not', null)
    .execute();
  return new Set(rows.map(({ code }) => code));
}

async function readCurrencies(sql: VirtuemartSql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql
    .selectFrom('virtuemart_currencies')
    .select(['virtuemart_currency_id as id', 'currency_code_3 as code'])
    .execute();
  return new Map(rows.map(({ id, code }) => [(code ?? '').toUpperCase(), id]));
}
