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
} from '../../domain/decimal.ts';
import type { OrderTotals } from '../../domain/order.ts';
import { rateOf, sumOf } from './rates.ts';

/** What a CMS keeps of an order's amounts. Prices include tax, which stands beside them; of a line, prices exclude it. */
export interface OrderAmounts {
  readonly fullPrice: Decimal;
  readonly shippingPrice: Decimal;
  readonly shippingTax: Decimal;
  readonly paymentPrice: Decimal;
  readonly paymentTax: Decimal;
  readonly discountPrice: Decimal;
  readonly discountTax: Decimal;
  /** All taxes of the order, where it notes them. */
  readonly noted: Decimal | undefined;
  readonly lines: readonly LineAmounts[];
}

export interface LineAmounts {
  readonly quantity: Decimal;
  /** Of one, excluding tax. */
  readonly price: Decimal;
  /** Of one. */
  readonly tax: Decimal;
}

const HUNDRED = parseDecimal('100') ?? ZERO;
const CENTS = 2;

/**
 * The order's totals: what was paid is what the CMS says was paid, and the parts add up to it. The payment's fee is
 * shipping to the ERP, which has no other place for it; a fee that is a reduction is a discount.
 */
export function totalsOf(amounts: OrderAmounts, rates: readonly Decimal[]): OrderTotals {
  const fees = add(amounts.shippingPrice, amounts.paymentPrice);
  const feeTax = add(amounts.shippingTax, amounts.paymentTax);
  const isReduction = compare(fees, ZERO) < 0;
  const shippingInclTax = isReduction ? ZERO : round(fees, CENTS);
  const discount = isReduction ? subtract(amounts.discountPrice, fees) : amounts.discountPrice;
  const discountTax = isReduction ? subtract(amounts.discountTax, feeTax) : amounts.discountTax;
  const discountInclTax = round(discount, CENTS);
  const paid = round(amounts.fullPrice, CENTS);
  const productsInclTax = add(subtract(paid, shippingInclTax), discountInclTax);
  return {
    paid,
    productsInclTax,
    productsExclTax: round(subtract(productsInclTax, productTax(amounts, productsInclTax)), CENTS),
    shippingInclTax,
    shippingTaxRate: isReduction ? ZERO : rateOf(subtract(fees, feeTax), feeTax, rates),
    discountInclTax,
    discountExclTax: round(subtract(discount, discountTax), CENTS),
    discountPercent:
      productsInclTax === ZERO ? ZERO : divide(multiply(discountInclTax, HUNDRED), productsInclTax, CENTS),
  };
}

/** Half a cent of rounding a line. */
const LINE_ROUNDING = parseDecimal('0.005') ?? ZERO;

/** The lines' own taxes, where the lines make up what was paid for products; else those that the order notes. */
function productTax({ lines, noted, ...fees }: OrderAmounts, productsInclTax: Decimal): Decimal {
  const tax = sumOf(lines.map((line) => multiply(line.tax, line.quantity)));
  const gross = add(tax, sumOf(lines.map((line) => multiply(line.price, line.quantity))));
  const difference = subtract(gross, productsInclTax);
  const rounding = multiply(LINE_ROUNDING, sumOf(lines.map(({ quantity }) => quantity)));
  const addUp = compare(difference, rounding) <= 0 && compare(subtract(ZERO, difference), rounding) <= 0;
  if (addUp || noted === undefined) return tax;
  return add(subtract(subtract(noted, fees.shippingTax), fees.paymentTax), fees.discountTax);
}
