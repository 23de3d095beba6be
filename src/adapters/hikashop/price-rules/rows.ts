import type { Selectable } from 'kysely';
import type { PriceRule } from '../../../domain/price-rule.ts';
import { leastQuantity, resultingPrice, validity } from '../../side/price-rules/price.ts';
import type { RuleEffect } from '../../side/price-rules/project.ts';
import { folded } from '../../side/references.ts';
import type { WallClock } from '../../side/wall-clock.ts';
import type { PriceTable } from '../tables.ts';
import type { RuleFacts } from './facts.ts';

/** A price of HikaShop's that has the effect of a rule. */
export type RulePrice = Omit<Selectable<PriceTable>, 'price_id' | 'price_site_id'>;

const PLACES = 5;

/**
 * What a rule becomes in HikaShop: a price of its product, and of each variant that has prices of its own. A condition
 * that HikaShop cannot have is never left out, since everybody would get the price.
 */
export function rulePrices(rule: PriceRule, facts: RuleFacts, clock: WallClock): RuleEffect<RulePrice> {
  const obstacle = obstacleOf(rule, facts);
  if (obstacle) return { prices: [], obstacle };
  const product = facts.products.get(folded(rule.reference));
  const conditions = conditionsOf(rule, facts, clock);
  if (!product || !conditions) return { prices: [] };
  const prices = [product, ...product.variants].flatMap(({ id, price }) => {
    const value = resultingPrice(rule, price, PLACES);
    return value === undefined ? [] : [{ ...conditions, price_product_id: id, price_value: value }];
  });
  return { prices };
}

function obstacleOf(
  { reference, country, currency, group }: PriceRule,
  { currencies, groups }: RuleFacts,
): RuleEffect<RulePrice>['obstacle'] {
  if (reference === '') return 'reference';
  if (country !== '') return 'country';
  if (currency !== '' && !currencies.has(currency.toUpperCase())) return 'currency';
  return group !== '' && !groups.has(group) ? 'group' : undefined;
}

/** Undefined where the customer has no account yet. */
function conditionsOf(
  rule: PriceRule,
  { accounts, currencies, groups, mainCurrency }: RuleFacts,
  clock: WallClock,
): Omit<RulePrice, 'price_product_id' | 'price_value'> | undefined {
  const account = accounts.get(rule.customer);
  if (rule.customer !== '' && account === undefined) return undefined;
  const group = groups.get(rule.group);
  const { from, to } = validity(rule, clock);
  return {
    price_currency_id: currencies.get(rule.currency.toUpperCase()) ?? mainCurrency,
    price_min_quantity: leastQuantity(rule),
    price_access: group === undefined ? 'all' : `,${group},`,
    price_users: account === undefined ? '' : `,${account},`,
    price_start_date: from,
    price_end_date: to,
    price_zone_id: '',
  };
}
