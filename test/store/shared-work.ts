import { parseLocalDateTime } from '../../src/domain/dates.ts';
import { type Decimal, parseDecimal } from '../../src/domain/decimal.ts';
import type { Order } from '../../src/domain/order.ts';
import type { PriceRuleChange } from '../../src/domain/price-rule.ts';
import type { PriceRuleMode, Shop } from '../../src/shop/shop.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { StoreOptions } from '../../src/store/options.ts';

/**
 * What several processes do to the same records at the same time. Each has its own fields, contacts, rules, variants; so
 * what is kept at the end does not depend on who came first, and a write that got lost shows.
 */
export type Step = (shop: Shop) => Promise<unknown>;

const REFERENCES = Array.from({ length: 20 }, (_, index) => `P${index}`);
export const ORDERS = Array.from({ length: 40 }, (_, index) => `O${index}`);
const ROUNDS = 6;
const CUSTOMERS = 300;
const RULES = 400;
const OWN_FIELDS = ['netPrice', 'stock', 'weight'] as const;

const decimal = (value: number): Decimal => {
  const parsed = parseDecimal(String(value));
  if (parsed === undefined) throw new Error(String(value));
  return parsed;
};

const alternately = (round: number): PriceRuleMode => (round % 2 === 0 ? 'full' : 'merge');

/**
 * All that the process of that number does. Steps of one list follow each other, lists may run at the same time.
 * `modeOf` says what the price rules of a round are.
 */
export const stepsOf = (writer: number, modeOf = alternately): readonly (readonly Step[])[] => [
  REFERENCES.slice(0, 10).flatMap((reference) => productSteps(writer, reference)),
  REFERENCES.slice(10).flatMap((reference) => productSteps(writer, reference)),
  ORDERS.flatMap((id): Step[] => [
    (shop) => shop.confirmOrder(id, 'imported'),
    (shop) => shop.saveTracking(id, `T${writer}`),
  ]),
  rounds((round) => (shop) => shop.saveCustomers(customers(writer, round))),
  rounds((round) => (shop) => shop.savePriceRules(rules(writer, round), modeOf(round))),
];

const rounds = (step: (round: number) => Step): readonly Step[] =>
  Array.from({ length: ROUNDS }, (_, round) => step(round));

function productSteps(writer: number, reference: string): readonly Step[] {
  const field = OWN_FIELDS[writer] ?? 'ecotax';
  return rounds(
    (round) => (shop) =>
      shop.saveProduct(
        {
          reference,
          fields: { [field]: decimal(round + writer / 10) },
          categoryPath: ['Bijoux', 'Or', `Année ${reference}`],
          customFields: { [`field ${writer}`]: String(round) },
          translations: { en: {}, [`x${writer}`]: { name: `name ${round}` } },
          categoryPrices: [{ category: `C${writer}`, netPrice: decimal(round) }],
          variants: [
            {
              reference: `${reference}-${writer}`,
              fields: { stock: decimal(round) },
              axes: [{ name: 'Taille', value: String(writer) }],
            },
          ],
        },
        'add_product',
      ),
  );
}

async function* customers(writer: number, round: number) {
  const field = (['phone', 'mobile', 'fax'] as const)[writer] ?? 'company';
  yield Array.from({ length: CUSTOMERS }, (_, index) => ({
    code: `C${index}`,
    fields: { [field]: `${round}` },
    contacts: [{ fields: { email: `${writer}@c${index}.fr`, name: `${round}` } }],
  }));
}

/** A set that all share and nobody changes, and one of its own that is replaced. */
async function* rules(writer: number, round: number) {
  const rule = (source: string, index: number, value: number): PriceRuleChange => ({
    source,
    rule: 'R',
    reference: `P${index}`,
    customer: '',
    group: '',
    currency: '',
    country: '',
    fromQuantity: decimal(1),
    validFrom: '',
    kind: 'price',
    value: decimal(value),
    options: {},
  });
  yield {
    rules: Array.from({ length: RULES }, (_, index) => rule('shared', index, index)),
    keep: [],
  };
  yield {
    rules: Array.from({ length: RULES - 10 * round }, (_, index) => rule(`own ${writer}`, index, round)),
    keep: [],
  };
}

/** The store in which all of it happens, with the orders that are confirmed. */
export async function openWithOrders(options: StoreOptions): Promise<Store> {
  const store = await openStore(options);
  for (const id of ORDERS) await store.backoffice.placeOrder(orderOf(id));
  return store;
}

export function orderOf(id: string): Order {
  const zero = decimal(0);
  const address = {
    country: 'FR',
    lastName: 'L',
    firstName: 'O',
    address1: '1',
    postcode: '57000',
    city: 'Metz',
  };
  return {
    id,
    state: 'paid',
    placedAt: parseLocalDateTime('2026-01-01 00:00:00') ?? failed(),
    paymentMethod: '',
    carrier: '',
    delivery: address,
    billing: address,
    customer: { id: '7', lastName: 'L', firstName: 'O', email: 'o@l.fr' },
    totals: {
      discountPercent: zero,
      discountInclTax: zero,
      discountExclTax: zero,
      paid: zero,
      productsInclTax: zero,
      productsExclTax: zero,
      shippingInclTax: zero,
      shippingTaxRate: zero,
    },
    lines: [],
  };
}

function failed(): never {
  throw new Error('no date');
}
