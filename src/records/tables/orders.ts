import { add, type Decimal, divide, multiply, parseDecimal, round, ZERO } from '../../domain/decimal.ts';
import { parseNumber } from '../../wire/messages/values.ts';
import { paidFromTotals } from '../order-record.ts';
import type { Grouping } from './groups.ts';
import { isPart, type Part } from './parts.ts';

export const ORDER_ROWS: Grouping = {
  key: 'id',
  linesOf: ({ lines }) => lines,
  complete: completed,
};

/** A piece has content only where the table gives lines or amounts; the e-mail and the date are the piece's own too. */
export const DOCUMENT_ROWS: Grouping = {
  key: 'number',
  linesOf: ({ content }) => (isPart(content) ? content.lines : undefined),
  complete({ content, ...piece }, lines) {
    if (!isPart(content) || (lines.length === 0 && content.totals === undefined)) return piece;
    const { email, date } = piece;
    const customer = { ...known({ email }), ...(isPart(content.customer) ? content.customer : {}) };
    return { ...piece, content: completed({ ...content, customer, ...known({ placedAt: date }) }, lines) };
  },
};

/** What tables leave out: the buyer is who is billed, parcels go there too, and sums follow from the lines. */
function completed(order: Part, lines: readonly unknown[]): Part {
  const billing = isPart(order.billing) ? order.billing : {};
  const { vatNumber: _, ...address } = billing;
  const { lastName, firstName } = billing;
  const delivery = isPart(order.delivery) ? order.delivery : {};
  return {
    ...order,
    lines,
    billing,
    delivery: { ...address, ...delivery },
    customer: { ...known({ lastName, firstName }), ...(isPart(order.customer) ? order.customer : {}) },
    totals: completedTotals(isPart(order.totals) ? order.totals : {}, lines),
  };
}

const known = (part: Part): Part =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));

const HUNDRED = parseDecimal('100') ?? ZERO;

function completedTotals(said: Part, lines: readonly unknown[]): Part {
  const sums = lines.filter(isPart).map(lineSums);
  const productsExclTax = sums.reduce((total, { net }) => add(total, net), ZERO);
  const productsInclTax = sums.reduce((total, { gross }) => add(total, gross), ZERO);
  const discountInclTax = numberOf(said.discountInclTax);
  const totals = {
    productsExclTax,
    productsInclTax,
    shippingInclTax: numberOf(said.shippingInclTax),
    shippingTaxRate: numberOf(said.shippingTaxRate),
    discountInclTax,
    discountExclTax: share(multiply(discountInclTax, productsExclTax), productsInclTax),
    discountPercent: share(multiply(discountInclTax, HUNDRED), productsInclTax),
  };
  return { paid: paidFromTotals(totals), ...totals, ...said };
}

const share = (amount: Decimal, whole: Decimal): Decimal =>
  whole === ZERO ? ZERO : divide(amount, whole, 2);

/** Each line is rounded to the cent, without tax and with it. */
function lineSums(line: Part): { net: Decimal; gross: Decimal } {
  const net = multiply(numberOf(line.netUnitPrice), numberOf(line.quantity));
  const factor = add(HUNDRED, numberOf(line.taxRate));
  return { net: round(net, 2), gross: round(divide(multiply(net, factor), HUNDRED, 6), 2) };
}

/** What is no number counts as 0 here; the order's reader refuses it by name. */
const numberOf = (value: unknown): Decimal =>
  typeof value === 'string' ? (parseNumber(value) ?? ZERO) : ZERO;
