import { add, type Decimal, divide, multiply, parseDecimal, round, ZERO } from '../../domain/decimal.ts';
import { parseNumber } from '../../wire/messages/values.ts';
import { paidFromTotals } from '../order-record.ts';
import type { SourceRecord } from '../source-record.ts';
import { isPart, type Part } from './columns.ts';

interface OrderRow extends Extract<SourceRecord, { value: unknown }> {
  readonly value: Part;
}

/** Makes one order of the rows that follow one another with the same id. */
export async function* ordersFromRows(rows: AsyncIterable<OrderRow>): AsyncGenerator<OrderRow> {
  let first: OrderRow | undefined;
  let lines: unknown[] = [];
  for await (const row of rows) {
    if (first && first.value.id !== row.value.id) {
      yield { ...first, value: completed(first.value, lines) };
      lines = [];
      first = undefined;
    }
    first ??= row;
    if (Array.isArray(row.value.lines)) lines.push(...row.value.lines);
  }
  if (first) yield { ...first, value: completed(first.value, lines) };
}

/** What tables leave out: the buyer is who is billed, parcels go there too, and sums follow from the lines. */
function completed(order: Part, lines: readonly unknown[]): Part {
  const billing = isPart(order.billing) ? order.billing : {};
  const { lastName, firstName } = billing;
  const delivery = isPart(order.delivery) ? order.delivery : {};
  return {
    ...order,
    lines,
    billing,
    delivery: { ...billing, ...delivery },
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
