import { type Decimal, ZERO } from '../../domain/decimal.ts';
import { type SummedLine, totalsFromLines } from '../../domain/order-totals.ts';
import { parseNumber } from '../../parsing/number.ts';
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

const completedTotals = (said: Part, lines: readonly unknown[]): Part => ({
  ...totalsFromLines(lines.filter(isPart).map(numbersOfLine), {
    shippingInclTax: numberOf(said.shippingInclTax),
    shippingTaxRate: numberOf(said.shippingTaxRate),
    discountInclTax: numberOf(said.discountInclTax),
  }),
  ...said,
});

const numbersOfLine = ({ quantity, netUnitPrice, taxRate }: Part): SummedLine => ({
  quantity: numberOf(quantity),
  netUnitPrice: numberOf(netUnitPrice),
  taxRate: numberOf(taxRate),
});

/** What is no number counts as 0 here; the order's reader refuses it by name. */
const numberOf = (value: unknown): Decimal =>
  typeof value === 'string' ? (parseNumber(value) ?? ZERO) : ZERO;
