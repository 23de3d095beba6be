import type { Decimal } from '../../../domain/decimal.ts';
import type { PriceRule } from '../../../domain/price-rule.ts';
import { folded } from '../../side/references.ts';
import type { HikashopContext } from '../context.ts';
import { byAccess, readPrices } from '../products/prices.ts';
import type { HikashopSql } from '../tables.ts';

/** What a page of rules has to know of the shop. */
export interface RuleFacts {
  /** By folded reference. */
  readonly products: ReadonlyMap<string, PricedProduct>;
  /** HikaShop's ids of accounts, by the ERP's code. */
  readonly accounts: ReadonlyMap<string, number>;
  /** By ISO code. */
  readonly currencies: ReadonlyMap<string, number>;
  readonly mainCurrency: number;
  /** Joomla's ids of user groups, by name in small letters. */
  readonly groups: ReadonlyMap<string, number>;
}

interface PricedProduct {
  readonly id: number;
  /** Its own, or its parent's; excluding tax. */
  readonly price: Decimal | undefined;
  /** Its variants with prices of their own: there HikaShop does not look at the parent's. */
  readonly variants: readonly { readonly id: number; readonly price: Decimal }[];
}

export async function readFacts(
  sql: HikashopSql,
  { site }: HikashopContext,
  { references, rules }: { readonly references: readonly string[]; readonly rules: readonly PriceRule[] },
): Promise<RuleFacts> {
  const groups = new Map<string, number>();
  for (const { group } of rules) {
    const id = group === '' ? undefined : await site.groups.idOf(sql, group);
    if (id !== undefined) groups.set(group, id);
  }
  return {
    products: await readProducts(sql, site.currency, references),
    accounts: await readAccounts(sql, rules),
    currencies: await readCurrencies(sql),
    mainCurrency: site.currency,
    groups,
  };
}

async function readProducts(
  sql: HikashopSql,
  currency: number,
  references: readonly string[],
): Promise<ReadonlyMap<string, PricedProduct>> {
  const rows = await sql
    .selectFrom('hikashop_product')
    .select(['product_id as id', 'product_code as reference', 'product_parent_id as parent'])
    .where('product_code', 'in', references)
    .execute();
  const children = await childrenOf(
    sql,
    rows.map(({ id }) => id),
  );
  const ids = [...rows.flatMap(({ id, parent }) => [id, parent]), ...children.map(({ id }) => id)];
  const prices = await readPrices(
    sql,
    currency,
    [...new Set(ids)].filter((id) => id !== 0),
  );
  const priceOf = (id: number) => byAccess(prices, id).get('all')?.value;
  return new Map(
    rows.map(({ id, reference, parent }) => [
      folded(reference),
      {
        id,
        price: priceOf(id) ?? (parent === 0 ? undefined : priceOf(parent)),
        variants: children.flatMap((child) => {
          const price = child.parent === id ? priceOf(child.id) : undefined;
          return price === undefined ? [] : [{ id: child.id, price }];
        }),
      },
    ]),
  );
}

const childrenOf = async (sql: HikashopSql, parents: readonly number[]) =>
  parents.length === 0
    ? []
    : sql
        .selectFrom('hikashop_product')
        .select(['product_id as id', 'product_parent_id as parent'])
        .where('product_parent_id', 'in', parents)
        .where('product_type', '=', 'variant')
        .execute();

async function readAccounts(
  sql: HikashopSql,
  rules: readonly PriceRule[],
): Promise<ReadonlyMap<string, number>> {
  const codes = [...new Set(rules.map(({ customer }) => customer))].filter((code) => code !== '');
  if (codes.length === 0) return new Map();
  const rows = await sql
    .selectFrom('passerelle_customer')
    .select(['code', 'account_id as account'])
    .where('code', 'in', codes)
    .execute();
  return new Map(
    rows.flatMap(({ code, account }): [string, number][] => (account === null ? [] : [[code, account]])),
  );
}

async function readCurrencies(sql: HikashopSql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql
    .selectFrom('hikashop_currency')
    .select(['currency_id as id', 'currency_code as code'])
    .execute();
  return new Map(rows.map(({ id, code }) => [code.toUpperCase(), id]));
}
