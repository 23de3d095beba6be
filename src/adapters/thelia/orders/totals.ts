import {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  round,
  subtract,
  ZERO,
} from '../../../domain/decimal.ts';
import type { OrderTotals } from '../../../domain/order.ts';
import { net } from '../products/numbers.ts';

export interface LineAmounts {
  readonly quantity: Decimal;
  /** Of one, including tax. */
  readonly price: Decimal;
  /** Percent. */
  readonly rate: Decimal;
}

export interface OrderAmounts {
  /** Including tax, as the discount. */
  readonly shipping: Decimal;
  /** An amount. */
  readonly discount: Decimal;
  readonly lines: readonly LineAmounts[];
}

const HUNDRED = parseDecimal('100') ?? ZERO;
const CENTS = 2;

const sumOf = (values: readonly Decimal[]): Decimal => values.reduce(add, ZERO);
const totalOf = ({ price, quantity }: LineAmounts): Decimal => multiply(price, quantity);

/**
 * The order's totals, which Thelia does not keep: they follow from its lines. A discount takes as much tax off as the
 * lines have on average; shipping is taxed as most of what is shipped, since Thelia notes no rate of it.
 */
export function totalsOf({ shipping, discount, lines }: OrderAmounts): OrderTotals {
  const productsInclTax = round(sumOf(lines.map(totalOf)), CENTS);
  const productsExclTax = round(sumOf(lines.map((line) => net(totalOf(line), line.rate))), CENTS);
  const shippingInclTax = round(shipping, CENTS);
  const discountInclTax = round(discount, CENTS);
  const isFree = productsInclTax === ZERO;
  return {
    paid: subtract(add(productsInclTax, shippingInclTax), discountInclTax),
    productsInclTax,
    productsExclTax,
    shippingInclTax,
    shippingTaxRate: shippingInclTax === ZERO ? ZERO : mainRate(lines),
    discountInclTax,
    discountExclTax: isFree
      ? discountInclTax
      : divide(multiply(discountInclTax, productsExclTax), productsInclTax, CENTS),
    discountPercent: isFree ? ZERO : divide(multiply(discountInclTax, HUNDRED), productsInclTax, CENTS),
  };
}

/** The rate of the largest part of the lines. */
function mainRate(lines: readonly LineAmounts[]): Decimal {
  const parts = [...Map.groupBy(lines, ({ rate }) => rate)];
  const amounts = parts.map(([rate, own]) => ({ rate, amount: sumOf(own.map(totalOf)) }));
  return amounts.sort((a, b) => compare(b.amount, a.amount))[0]?.rate ?? ZERO;
}
