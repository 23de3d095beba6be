import { compare, type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import { createRemembered } from '../../mysql/remembered.ts';
import type { VirtuemartSql } from '../tables.ts';

/** A price's `product_tax_id` when no tax at all is on it, and when the shop's own rules decide. */
const NO_TAX = -1;
export const SHOP_RULES = 0;

/** VirtueMart's rules that add a percentage to one product's price, in the shop's own country. */
export interface Taxes {
  /** In percent; undefined where the shop's rules decide, or the rule is gone. */
  rateOf(sql: VirtuemartSql, taxId: number): Promise<Decimal | undefined>;
  /** The rule of that rate: `preferred` where that one has it, else the oldest. */
  ruleOf(sql: VirtuemartSql, rate: Decimal, preferred: number): Promise<number | undefined>;
  /** All rates there are, ascending. */
  rates(sql: VirtuemartSql): Promise<readonly Decimal[]>;
}

/** By rule, the oldest first. */
type Rates = ReadonlyMap<number, Decimal>;

export interface TaxPlace {
  readonly vendor: number;
  readonly country: number | undefined;
  /** The moment, in VirtueMart's words. */
  now(): string;
}

export function createTaxes(place: TaxPlace): Taxes {
  const remembered = createRemembered((sql: VirtuemartSql) => readRates(sql, place));
  const oldest = (rates: Rates, rate: Decimal) => [...rates].find(([, known]) => known === rate)?.[0];
  return {
    async rateOf(sql, taxId) {
      if (taxId === NO_TAX) return ZERO;
      return taxId > 0 ? remembered.find(sql, (rates) => rates.get(taxId)) : undefined;
    },
    ruleOf: (sql, rate, preferred) =>
      remembered.find(sql, (rates) => {
        if (preferred === NO_TAX && rate === ZERO) return NO_TAX;
        if (rates.get(preferred) === rate) return preferred;
        return oldest(rates, rate) ?? (rate === ZERO ? NO_TAX : undefined);
      }),
    rates: async (sql) => [...new Set((await remembered.get(sql)).values())].sort(compare),
  };
}

/** Rules for some groups, or some categories only, are none of a product that the ERP gives a rate. */
async function readRates(sql: VirtuemartSql, { vendor, country, now }: TaxPlace): Promise<Rates> {
  const rows = await sql
    .selectFrom('virtuemart_calcs as calc')
    .leftJoin(
      'virtuemart_calc_categories as category',
      'category.virtuemart_calc_id',
      'calc.virtuemart_calc_id',
    )
    .leftJoin('virtuemart_calc_shoppergroups as group', 'group.virtuemart_calc_id', 'calc.virtuemart_calc_id')
    .leftJoin('virtuemart_calc_countries as place', 'place.virtuemart_calc_id', 'calc.virtuemart_calc_id')
    .select(['calc.virtuemart_calc_id as id', 'calc_value as rate'])
    .where('calc_kind', 'in', ['VatTax', 'Tax'])
    .where('calc_value_mathop', '=', '+%')
    .where('published', '=', 1)
    .where((is) => is.or([is('virtuemart_vendor_id', '=', vendor), is('shared', '=', 1)]))
    .where((is) => is.or([is('publish_up', 'is', null), is('publish_up', '<=', now())]))
    .where((is) =>
      is.or([
        is('publish_down', 'is', null),
        is('publish_down', '=', '0000-00-00 00:00:00'),
        is('publish_down', '>=', now()),
      ]),
    )
    .where('category.virtuemart_category_id', 'is', null)
    .where('group.virtuemart_shoppergroup_id', 'is', null)
    .where((is) =>
      is.or([
        is('place.virtuemart_country_id', 'is', null),
        is('place.virtuemart_country_id', '=', country ?? 0),
      ]),
    )
    .orderBy('calc.virtuemart_calc_id')
    .execute();
  return new Map(rows.map(({ id, rate }) => [id, parseDecimal(rate) ?? ZERO]));
}
