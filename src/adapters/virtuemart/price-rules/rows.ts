import type { PriceRule } from '../../../domain/price-rule.ts';
import { leastQuantity, resultingPrice, validity } from '../../side/price-rules/price.ts';
import type { RuleEffect } from '../../side/price-rules/project.ts';
import { folded } from '../../side/references.ts';
import type { WallClock } from '../../side/wall-clock.ts';
import { utcText } from '../moments.ts';
import { EVERYBODY } from '../products/prices.ts';
import type { RuleFacts } from './facts.ts';

/** A price of VirtueMart's that has the effect of a rule. */
export interface RulePrice {
  readonly virtuemart_product_id: number;
  readonly virtuemart_shoppergroup_id: number;
  readonly product_price: string | null;
  readonly product_tax_id: number | null;
  readonly product_currency: number | null;
  readonly product_price_publish_up: string | null;
  readonly product_price_publish_down: string | null;
  readonly price_quantity_start: number;
}

const PLACES = 6;

/**
 * What a rule becomes in VirtueMart: a price of its product, and of each variant that has prices of its own. A condition
 * that VirtueMart cannot have is never left out, since everybody would get the price.
 */
export function rulePrices(rule: PriceRule, facts: RuleFacts, clock: WallClock): RuleEffect<RulePrice> {
  const obstacle = obstacleOf(rule, facts);
  if (obstacle) return { prices: [], obstacle };
  const product = facts.products.get(folded(rule.reference));
  if (!product || rule.customer !== '') return { prices: [] };
  const conditions = conditionsOf(rule, facts, clock);
  const prices = [product, ...product.variants].flatMap(({ id, price, taxId }) => {
    const value = resultingPrice(rule, price, PLACES);
    if (value === undefined) return [];
    return [{ ...conditions, virtuemart_product_id: id, product_price: value, product_tax_id: taxId }];
  });
  return { prices };
}

/** A price is for a group of shoppers, never for one of them; who has no account would not get it anyway. */
function obstacleOf(
  { reference, customer, country, currency, group }: PriceRule,
  { accounts, currencies, groups }: RuleFacts,
): RuleEffect<RulePrice>['obstacle'] {
  if (reference === '') return 'reference';
  if (country !== '') return 'country';
  if (currency !== '' && !currencies.has(currency.toUpperCase())) return 'currency';
  if (group !== '' && !groups.has(group)) return 'group';
  return accounts.has(customer) ? 'customer' : undefined;
}

type Conditions = Omit<RulePrice, 'virtuemart_product_id' | 'product_price' | 'product_tax_id'>;

function conditionsOf(
  rule: PriceRule,
  { currencies, groups, mainCurrency }: RuleFacts,
  clock: WallClock,
): Conditions {
  const { from, to } = validity(rule, clock);
  return {
    virtuemart_shoppergroup_id: groups.get(rule.group) ?? EVERYBODY,
    product_currency: currencies.get(rule.currency.toUpperCase()) ?? mainCurrency,
    product_price_publish_up: from === 0 ? null : utcText(from),
    product_price_publish_down: to === 0 ? null : utcText(to),
    price_quantity_start: leastQuantity(rule),
  };
}
