import {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  subtract,
  ZERO,
} from '../../../domain/decimal.ts';
import type { LineAmounts, OrderAmounts } from '../../side/order-totals.ts';
import { sumOf } from '../../side/rates.ts';

/** What VirtueMart keeps of an order's amounts: fees exclude tax, which stands beside them. */
export interface StoredAmounts {
  /** Including tax. */
  readonly total: Decimal;
  /** All tax of the order, after discounts. */
  readonly tax: Decimal;
  readonly shipment: Decimal;
  readonly shipmentTax: Decimal;
  readonly payment: Decimal;
  readonly paymentTax: Decimal;
  /** Including tax. VirtueMart writes it below zero. */
  readonly coupon: Decimal;
  readonly lines: readonly LineAmounts[];
}

/** Half a cent of rounding a piece, and one of the whole. */
const PIECE = parseDecimal('0.005') ?? ZERO;
const WHOLE = parseDecimal('0.01') ?? ZERO;

const positive = (value: Decimal): Decimal => (compare(value, ZERO) < 0 ? subtract(ZERO, value) : value);

/** The amounts of an order as they add up. What the lines cost beyond the total is a discount on the whole order. */
export function amountsOf(stored: StoredAmounts): OrderAmounts {
  const { lines } = stored;
  const shippingPrice = add(stored.shipment, stored.shipmentTax);
  const paymentPrice = add(stored.payment, stored.paymentTax);
  const lineTax = sumOf(lines.map(({ tax, quantity }) => multiply(tax, quantity)));
  const gross = add(lineTax, sumOf(lines.map(({ price, quantity }) => multiply(price, quantity))));
  const coupon = positive(stored.coupon);
  const rest = subtract(subtract(sumOf([gross, shippingPrice, paymentPrice]), coupon), stored.total);
  const rounding = add(WHOLE, multiply(PIECE, sumOf(lines.map(({ quantity }) => quantity))));
  const discountPrice = compare(rest, rounding) > 0 ? add(coupon, rest) : coupon;
  const taxes = sumOf([lineTax, stored.shipmentTax, stored.paymentTax]);
  return {
    fullPrice: stored.total,
    shippingPrice,
    shippingTax: stored.shipmentTax,
    paymentPrice,
    paymentTax: stored.paymentTax,
    discountPrice,
    discountTax: discountTax(subtract(taxes, stored.tax), { discountPrice, lineTax, gross }),
    noted: stored.tax,
    lines,
  };
}

/** What the order's tax is less than that of its parts; where that cannot be, the share that the lines have. */
function discountTax(
  difference: Decimal,
  { discountPrice, lineTax, gross }: Readonly<Record<'discountPrice' | 'lineTax' | 'gross', Decimal>>,
): Decimal {
  if (compare(difference, ZERO) >= 0 && compare(difference, discountPrice) < 0) return difference;
  return gross === ZERO ? ZERO : divide(multiply(discountPrice, lineTax), gross, 5);
}
