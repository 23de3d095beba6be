import type { PostalAddress } from '../../domain/customer.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import type { Order, OrderCustomer, OrderLine, OrderTotals } from '../../domain/order.ts';
import { decimalFromCents, decimalFromUnits, shareOfCents } from './amounts.ts';
import { fiveDigits, planArticle } from './article-plan.ts';
import { momentOfDay, timeFromMinutes } from './calendar.ts';
import { customerCode, firstContact } from './customers.ts';
import { type Dice, throwDice } from './dice.ts';
import type { World } from './options.ts';
import { companyFrom, complementFrom, type Person, personFrom, streetFrom, townFrom } from './people.ts';

/** The shop's states of orders that are to be imported. */
const STATES = ['payee', 'en_preparation', 'virement accepté'] as const;
const SHIPPING_TAX = 2_000;
const FIRST_ID = 10_001;
const MINUTES_BETWEEN = 5;
const DAY_MINUTES = 1_440;

/** The shop's order number `number`, from 0: what a known or a new customer bought at the prices of the first day. */
export function orderFor(world: World, number: number): Order {
  const dice = throwDice(world.seed, 'order', number);
  const lines = Array.from({ length: dice.between(1, 5, 'lines') }, (_, at) =>
    orderLine(world, throwDice(world.seed, 'order', number, 'line', at)),
  );
  const id = String(FIRST_ID + number);
  const person = buyer(world, dice, number);
  const address = postalAddress(dice, person);
  return {
    id,
    reference: `WEB-${fiveDigits(number + 1)}`,
    state: dice.pick(STATES, 'state'),
    placedAt: placedAt(world, number),
    currency: 'EUR',
    paymentMethod: dice.pick(['Carte bancaire', 'Chèque', 'Virement', 'PayPal'], 'payment'),
    carrier: dice.pick(['Colissimo', 'Chronopost', 'Point relais & retrait'], 'carrier'),
    documentType: 'order',
    delivery: dice.chance(20, 'is sent elsewhere')
      ? postalAddress(throwDice(world.seed, 'order', number, 'delivery'), person)
      : address,
    billing: dice.chance(10, 'has VAT number') ? { ...address, vatNumber: 'FR00123456789' } : address,
    customer: person.customer,
    totals: orderTotals(lines, dice),
    lines: lines.map(({ line }) => line),
  };
}

/** One after the other, so that their numbers are their age. */
function placedAt({ startDate }: World, number: number): LocalDateTime {
  const minutes = number * MINUTES_BETWEEN;
  return momentOfDay(startDate, Math.floor(minutes / DAY_MINUTES), timeFromMinutes(minutes % DAY_MINUTES));
}

interface Buyer extends Person {
  readonly customer: OrderCustomer;
}

/** Half of the buyers are the ERP's own customers; the shop knows the code of some of these. */
function buyer(world: World, dice: Dice, number: number): Buyer {
  const known = world.customers > 0 && dice.chance(50, 'is known');
  const code = dice.below(Math.max(1, world.customers), 'customer');
  const person = known ? firstContact(world, code) : personFrom(dice, `web${number}`);
  const { lastName, firstName, email } = person;
  const id = known ? String(500 + code) : String(500_000 + number);
  const pinned = known && dice.chance(50, 'is pinned') ? { erpCode: customerCode(code) } : {};
  return { ...person, customer: { id, ...pinned, lastName, firstName, email } };
}

function postalAddress(dice: Dice, { lastName, firstName, phone, mobile }: Person): PostalAddress {
  const { postcode, city } = townFrom(dice);
  const complement = complementFrom(dice);
  return {
    country: 'FR',
    ...(dice.chance(30, 'has company') ? { company: companyFrom(dice) } : {}),
    lastName,
    firstName,
    address1: streetFrom(dice),
    ...(complement === undefined ? {} : { address2: complement }),
    postcode,
    city,
    phone,
    mobile,
  };
}

interface PricedLine {
  readonly line: OrderLine;
  /** Cents. */
  readonly net: number;
  readonly gross: number;
}

/** The unit price includes the ecotax; tax is rounded once a line. */
function orderLine(world: World, dice: Dice): PricedLine {
  const article = planArticle(world, dice.below(world.articles, 'article'));
  const variant = article.variants[dice.below(Math.max(1, article.variants.length), 'variant')];
  const { ecotax, taxRate } = article.family;
  const unit = article.price + (variant?.surcharge ?? 0) + ecotax;
  const quantity = dice.between(1, 6, 'quantity');
  const net = unit * quantity;
  const [first, second] = world.profile.orderGammes ? (variant?.axes ?? []) : [];
  const line = {
    reference: (variant ?? article).reference,
    quantity: decimalFromUnits(quantity, 0),
    name: article.name,
    netUnitPrice: decimalFromCents(unit),
    taxRate: decimalFromUnits(taxRate, 2),
    ...(ecotax > 0 ? { ecotax: decimalFromCents(ecotax) } : {}),
    ...(first ? { axis1: first.value } : {}),
    ...(second ? { axis2: second.value } : {}),
  };
  return { line, net, gross: net + shareOfCents(net, taxRate) };
}

function orderTotals(lines: readonly PricedLine[], dice: Dice): OrderTotals {
  const net = lines.reduce((total, line) => total + line.net, 0);
  const gross = lines.reduce((total, line) => total + line.gross, 0);
  const shipping = dice.pick([0, 490, 690, 1_290], 'shipping');
  const percent = dice.pick([0, 0, 0, 5, 10], 'discount');
  const discount = shareOfCents(gross, percent * 100);
  return {
    discountPercent: decimalFromUnits(percent, 0),
    discountInclTax: decimalFromCents(discount),
    discountExclTax: decimalFromCents(shareOfCents(net, percent * 100)),
    paid: decimalFromCents(gross + shipping - discount),
    productsInclTax: decimalFromCents(gross),
    productsExclTax: decimalFromCents(net),
    shippingInclTax: decimalFromCents(shipping),
    shippingTaxRate: decimalFromUnits(SHIPPING_TAX, 2),
  };
}
