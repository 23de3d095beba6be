import type { Customer } from '../../src/domain/customer.ts';
import { multiply, round } from '../../src/domain/decimal.ts';
import type { PriceRule } from '../../src/domain/price-rule.ts';
import type { Product } from '../../src/domain/product.ts';
import { createRandom } from './random.ts';
import { decimal, moment } from './values.ts';

const STEPS = [1, 10, 50] as const;
const STEPS_OF_GROUPS = 120;
const RULES_OF_CUSTOMERS = 140;

/** Quantity steps for the two price categories, and some customers' own terms. */
export function samplePriceRules(
  products: readonly Product[],
  customers: readonly Customer[],
): readonly PriceRule[] {
  const priced = products.filter(({ kind, fields }) => kind === 'product' && fields.netPrice !== undefined);
  const spread = (count: number) =>
    Array.from({ length: count }, (_, index) => priced[Math.floor((index * priced.length) / count)]).filter(
      (product) => product !== undefined,
    );
  return [
    ...spread(STEPS_OF_GROUPS).flatMap((product, index) => groupRules(product, index)),
    ...customerRules(spread(RULES_OF_CUSTOMERS), customers),
  ];
}

const ANYONE = {
  customer: '',
  group: '',
  currency: '',
  country: '',
  validFrom: moment('2026-01-01 00:00:00'),
  options: {},
  seenAt: moment('2026-01-01 00:00:00'),
} as const;

const groupRules = ({ reference, fields }: Product, index: number): PriceRule[] =>
  STEPS.map((quantity, step) => ({
    ...ANYONE,
    source: 'palier_clitar',
    rule: `TF${String(1 + (index % 12)).padStart(5, '0')}`,
    reference,
    group: index % 2 === 0 ? 'Grossistes' : 'Revendeurs',
    fromQuantity: decimal(quantity),
    ...(step === 2 && fields.netPrice
      ? { kind: 'price', value: round(multiply(fields.netPrice, decimal('0.68')), 2) }
      : { kind: 'percent_off', value: decimal(10 + 8 * step) }),
  }));

function customerRules(products: readonly Product[], customers: readonly Customer[]): PriceRule[] {
  const random = createRandom(1789);
  const codes = customers.flatMap(({ code }) => code ?? []);
  return products.map(({ reference }, index) => ({
    ...ANYONE,
    source: 'cli_prodfam',
    rule: `CP${String(1 + (index % 20)).padStart(5, '0')}`,
    reference,
    customer: codes[index % codes.length] ?? '',
    fromQuantity: decimal(1),
    ...(random.oneIn(3)
      ? { kind: 'amount_off', value: decimal('0.5') }
      : { kind: 'percent_off', value: decimal(random.pick([5, 7.5, 12])) }),
    options: random.oneIn(4) ? { validTo: moment('2026-12-31 00:00:00') } : {},
  }));
}
