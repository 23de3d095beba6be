import { compare, type Decimal, multiply, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import { createRemembered } from '../../mysql/remembered.ts';
import type { HikashopSql } from '../tables.ts';

/** The shop's tax categories and their rates, in percent, in the shop's own zone. */
export interface Taxes {
  /** Of a product's `product_tax_id`; undefined for one that has no rate there. */
  rateOf(sql: HikashopSql, category: number): Promise<Decimal | undefined>;
  /** The category of that rate: `preferred` where that one has it, else the oldest. */
  categoryOf(sql: HikashopSql, rate: Decimal, preferred: number): Promise<number | undefined>;
  /** All rates there are, ascending. */
  rates(sql: HikashopSql): Promise<readonly Decimal[]>;
}

/** By category, the oldest first. */
type Rates = ReadonlyMap<number, Decimal>;

const HUNDRED = parseDecimal('100') ?? ZERO;

/** `now`: Unix seconds. */
export function createTaxes(zones: readonly string[], now: () => number): Taxes {
  const remembered = createRemembered((sql: HikashopSql) => readRates(sql, zones, now()));
  const oldest = (rates: Rates, rate: Decimal) => [...rates].find(([, known]) => known === rate)?.[0];
  return {
    rateOf: (sql, category) => remembered.find(sql, (rates) => rates.get(category)),
    categoryOf: (sql, rate, preferred) =>
      remembered.find(sql, (rates) => (rates.get(preferred) === rate ? preferred : oldest(rates, rate))),
    async rates(sql) {
      const all = await remembered.get(sql);
      return [...new Set(all.values())].sort(compare);
    },
  };
}

/** Of several rules for one category that of the nearest zone holds, of the same zone the oldest. */
async function readRates(sql: HikashopSql, zones: readonly string[], now: number): Promise<Rates> {
  const nearest = new Map<number, { readonly distance: number; readonly rate: Decimal }>();
  for (const { category, zones: named, rate } of await readRules(sql, now)) {
    const distances = named.split(',').map((zone) => zones.indexOf(zone.trim()));
    const distance = Math.min(...distances.filter((found) => found >= 0));
    if (distance < (nearest.get(category)?.distance ?? Number.POSITIVE_INFINITY))
      nearest.set(category, { distance, rate: multiply(parseDecimal(rate) ?? ZERO, HUNDRED) });
  }
  return new Map([...nearest].map(([category, { rate }]) => [category, rate]));
}

const readRules = (sql: HikashopSql, now: number) =>
  sql
    .selectFrom('hikashop_taxation as taxation')
    .innerJoin('hikashop_tax as tax', 'tax.tax_namekey', 'taxation.tax_namekey')
    .innerJoin('hikashop_category as category', 'category.category_namekey', 'taxation.category_namekey')
    .select(['category.category_id as category', 'taxation.zone_namekey as zones', 'tax.tax_rate as rate'])
    .where('category.category_type', '=', 'tax')
    .where('taxation.taxation_published', '=', 1)
    .where('taxation.taxation_access', '=', 'all')
    .where('taxation.taxation_date_start', '<=', now)
    .where((is) => is.or([is('taxation_date_end', '=', 0), is('taxation_date_end', '>=', now)]))
    .orderBy('category.category_id')
    .orderBy('taxation.taxation_id')
    .execute();
