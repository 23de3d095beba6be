import { add, type Decimal, divide, multiply, parseDecimal, round, subtract, ZERO } from './decimal.ts';
import type { OrderLine, OrderTotals } from './order.ts';

/** What the buyer pays, to the cent: products and shipping less the discount, all including tax. */
export const paidFromTotals = ({
  productsInclTax,
  shippingInclTax,
  discountInclTax,
}: Pick<OrderTotals, 'productsInclTax' | 'shippingInclTax' | 'discountInclTax'>): Decimal =>
  subtract(add(productsInclTax, shippingInclTax), discountInclTax);

export type SummedLine = Pick<OrderLine, 'quantity' | 'netUnitPrice' | 'taxRate'>;
export type Charges = Pick<OrderTotals, 'shippingInclTax' | 'shippingTaxRate' | 'discountInclTax'>;

/**
 * The totals that follow from the lines: each line is rounded to the cent, without tax and with it, and the discount's
 * share without tax is that of the products.
 */
export const totalsFromLines = (lines: readonly SummedLine[], charges: Charges): OrderTotals =>
  totalsFromSums(sumsByLine(lines), charges);

/** What the lines come to. */
export type ProductSums = Pick<OrderTotals, 'productsExclTax' | 'productsInclTax'>;

export function totalsFromSums(
  { productsExclTax, productsInclTax }: ProductSums,
  charges: Charges,
): OrderTotals {
  const { discountInclTax } = charges;
  return {
    paid: paidFromTotals({ ...charges, productsInclTax }),
    productsExclTax,
    productsInclTax,
    ...charges,
    discountExclTax: share(multiply(discountInclTax, productsExclTax), productsInclTax),
    discountPercent: share(multiply(discountInclTax, HUNDRED), productsInclTax),
  };
}

export const HUNDRED = parseDecimal('100') ?? ZERO;

const share = (amount: Decimal, whole: Decimal): Decimal =>
  whole === ZERO ? ZERO : divide(amount, whole, 2);

/** Of one tax rate. */
export interface TaxShare {
  /** Percent. */
  readonly rate: Decimal;
  /** What its lines come to, excluding tax. */
  readonly net: Decimal;
  readonly tax: Decimal;
}

export interface SummedProducts extends ProductSums {
  /** In the order in which the rates come in the lines. */
  readonly taxes: readonly TaxShare[];
}

/** The sums of the lines' rounded amounts. The tax of a rate is the difference between its two sums. */
export function sumsByLine(lines: readonly SummedLine[]): SummedProducts {
  return summed(lines, (ofRate) => {
    const sums = ofRate.map(lineSums);
    return { net: sumOf(sums.map(({ net }) => net)), gross: sumOf(sums.map(({ gross }) => gross)) };
  });
}

/** The sums of the lines' exact amounts, rounded once for each tax rate. */
export function sumsByRate(lines: readonly SummedLine[]): SummedProducts {
  return summed(lines, (ofRate, rate) => {
    const exact = sumOf(ofRate.map(({ netUnitPrice, quantity }) => multiply(netUnitPrice, quantity)));
    return { net: round(exact, 2), gross: withTax(exact, rate) };
  });
}

interface Amounts {
  readonly net: Decimal;
  readonly gross: Decimal;
}

function summed(
  lines: readonly SummedLine[],
  sumsOf: (lines: readonly SummedLine[], rate: Decimal) => Amounts,
): SummedProducts {
  const sums = Array.from(
    Map.groupBy(lines, ({ taxRate }) => taxRate),
    ([rate, ofRate]) => ({ rate, ...sumsOf(ofRate, rate) }),
  );
  return {
    productsExclTax: sumOf(sums.map(({ net }) => net)),
    productsInclTax: sumOf(sums.map(({ gross }) => gross)),
    taxes: sums.map(({ rate, net, gross }) => ({ rate, net, tax: subtract(gross, net) })),
  };
}

const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce(add, ZERO);

/** A line without tax and with it, each rounded to the cent from the exact product, half away from zero. */
export function lineSums({ quantity, netUnitPrice, taxRate }: SummedLine): Amounts {
  const net = multiply(netUnitPrice, quantity);
  return { net: round(net, 2), gross: withTax(net, taxRate) };
}

const withTax = (net: Decimal, rate: Decimal): Decimal =>
  divide(multiply(net, add(HUNDRED, rate)), HUNDRED, 2);
