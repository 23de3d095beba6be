import type { ShopCustomer } from '../../src/domain/customer.ts';
import type { LocalDateTime } from '../../src/domain/dates.ts';
import { add, type Decimal, divide, multiply, round, ZERO } from '../../src/domain/decimal.ts';
import type { OrderLine, OrderRecord, OrderStateChange, OrderTotals } from '../../src/domain/order.ts';
import { paidFromTotals } from '../../src/domain/order-totals.ts';
import type { Product } from '../../src/domain/product.ts';
import { createRandom, type Random } from './random.ts';
import { decimal, euros, moment } from './values.ts';

const COUNT = 60;
const HUNDRED = decimal(100);

/** What an order went through, by the state it is in now. */
const WAYS = {
  en_attente_paiement: ['en_attente_paiement'],
  payee: ['en_attente_paiement', 'payee'],
  en_preparation: ['en_attente_paiement', 'payee', 'en_preparation'],
  expediee: ['en_attente_paiement', 'payee', 'en_preparation', 'expediee'],
  annulee: ['en_attente_paiement', 'annulee'],
} as const;
const STATES = [
  'payee',
  'payee',
  'payee',
  'en_preparation',
  'expediee',
  'expediee',
  'annulee',
  'en_attente_paiement',
] as const;

export function sampleOrders(
  products: readonly Product[],
  customers: readonly ShopCustomer[],
): readonly OrderRecord[] {
  const random = createRandom(1515);
  const sold = sellable(products);
  return Array.from({ length: COUNT }, (_, index) => {
    const customer = customers[random.integer(customers.length)];
    if (!customer) throw new Error('orders need customers');
    return sampleOrder(index + 1, { sold, customer, random });
  });
}

/** Parents are not sold themselves; a variant without a price of its own has its parent's. */
function sellable(products: readonly Product[]): readonly Product[] {
  const byReference = new Map(products.map((product) => [product.reference, product]));
  const parents = new Set(products.map(({ parent }) => parent));
  return products
    .filter(({ reference }) => !parents.has(reference))
    .map((product) => ({
      ...product,
      fields: { ...byReference.get(product.parent ?? '')?.fields, ...product.fields },
    }));
}

interface Circumstances {
  readonly sold: readonly Product[];
  readonly customer: ShopCustomer;
  readonly random: Random;
}

function sampleOrder(number: number, { sold, customer, random }: Circumstances): OrderRecord {
  const state = STATES[number % STATES.length] ?? 'payee';
  const day = 1 + (number % 28);
  const placed = (offset: number) =>
    moment(`2026-0${1 + (number % 3)}-${two(day)} ${two(8 + offset)}:${two(random.integer(60))}:00`);
  const lines = Array.from({ length: 1 + random.integer(4) }, () => orderLine(sold, random));
  const history = WAYS[state].map(
    (name, index): OrderStateChange => ({
      state: name,
      at: placed(index * 2),
      by: name === 'en_preparation' ? 'erp' : 'shop',
    }),
  );
  const imported = history.find(({ by }) => by === 'erp');
  return {
    id: String(5000 + number),
    reference: `WEB-2026-${String(number).padStart(4, '0')}`,
    state,
    placedAt: history[0]?.at ?? placed(0),
    currency: 'EUR',
    paymentMethod: random.pick(['Carte bancaire', 'Virement bancaire', 'Chèque']),
    carrier: random.pick(['Colissimo', 'Point relais', 'Retrait en boutique']),
    delivery: customer.address,
    billing: customer.address,
    customer: {
      id: customer.id,
      lastName: customer.lastName,
      firstName: customer.firstName,
      email: customer.email,
    },
    totals: totals(lines, random),
    lines,
    history,
    trackingNumbers: state === 'expediee' ? [`6A0000000${two(number)}`] : [],
    ...confirmation(imported?.at),
  };
}

/** What the ERP has set in preparation, it had imported. */
const confirmation = (at: LocalDateTime | undefined) => (at === undefined ? {} : { confirmedAt: at });

const two = (number: number): string => String(number).padStart(2, '0');

function orderLine(sold: readonly Product[], random: Random): OrderLine {
  const product = sold[random.integer(sold.length)];
  const { name = '', netPrice = ZERO, taxRate = ZERO, ecotax } = product?.fields ?? {};
  const [first, second] = product?.axes ?? [];
  return {
    reference: product?.reference ?? '',
    quantity: decimal(1 + random.integer(random.oneIn(6) ? 12 : 3)),
    name,
    netUnitPrice: ecotax ? add(netPrice, ecotax) : netPrice,
    taxRate,
    ...(ecotax && { ecotax }),
    ...(first && { axis1: first.value }),
    ...(second && { axis2: second.value }),
  };
}

/** Every line rounded to the cent, without tax and with it; a discount is a percentage of what is paid for the goods. */
function totals(lines: readonly OrderLine[], random: Random): OrderTotals {
  const net = lines.map(({ netUnitPrice, quantity }) => round(multiply(netUnitPrice, quantity), 2));
  const gross = lines.map(({ taxRate }, index) => percent(net[index] ?? ZERO, add(HUNDRED, taxRate)));
  const productsExclTax = net.reduce(add, ZERO);
  const productsInclTax = gross.reduce(add, ZERO);
  const discountPercent = random.oneIn(4) ? decimal(random.pick([5, 10, 12.5])) : ZERO;
  const shippingInclTax = euros(random.pick([0, 490, 690, 990]));
  const amounts = {
    discountPercent,
    discountInclTax: percent(productsInclTax, discountPercent),
    discountExclTax: percent(productsExclTax, discountPercent),
    productsInclTax,
    productsExclTax,
    shippingInclTax,
    shippingTaxRate: decimal(20),
  };
  return { ...amounts, paid: paidFromTotals(amounts) };
}

/** `rate` percent of an amount, to the cent. */
const percent = (amount: Decimal, rate: Decimal): Decimal => divide(multiply(amount, rate), HUNDRED, 2);
