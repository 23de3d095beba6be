import fc from 'fast-check';
import { type Decimal, parseDecimal, ZERO } from '../../domain/decimal.ts';
import { fieldNames } from '../../domain/fields.ts';
import {
  ORDER_DOCUMENT_STATES,
  ORDER_DOCUMENT_TYPES,
  ORDER_LINE_FIELDS,
  ORDER_LINE_OPTIONS,
  type Order,
  type OrderLine,
} from '../../domain/order.ts';
import { postalAddress } from './customers.ts';
import { reference } from './products.ts';
import { aboveZero, combined, dateTime, ofKinds, perhaps, positive, text } from './values.ts';

export const orderId = fc.constantFrom('1', '2', 'WEB-3');
export const state = fc.constantFrom('2', 'payée', '5');

const line: fc.Arbitrary<OrderLine> = fc.record(
  {
    ...ofKinds(ORDER_LINE_FIELDS),
    ...ofKinds(ORDER_LINE_OPTIONS),
    reference,
    quantity: positive,
    taxRate: positive,
    ecotax: aboveZero,
  },
  { requiredKeys: [...fieldNames(ORDER_LINE_FIELDS)] },
);

const cents = fc.nat(9_999_999).map((amount): Decimal => parseDecimal(`${amount / 100}`) ?? ZERO);

const totals = fc.record({
  discountPercent: positive,
  discountInclTax: cents,
  discountExclTax: cents,
  paid: cents,
  productsInclTax: cents,
  productsExclTax: cents,
  shippingInclTax: cents,
  shippingTaxRate: positive,
});

const customer = fc.record(
  { id: text, erpCode: text, lastName: text, firstName: text, email: text },
  { requiredKeys: ['id', 'lastName', 'firstName', 'email'] },
);

/** What an order and a sales document share. */
export const orderContent = fc.record(
  {
    warehouse: text,
    currency: fc.constantFrom('EUR', 'USD'),
    paymentMethod: text,
    carrier: text,
    documentType: fc.constantFrom(...ORDER_DOCUMENT_TYPES),
    documentState: fc.constantFrom(...ORDER_DOCUMENT_STATES),
    delivery: postalAddress,
    billing: combined(postalAddress, perhaps('vatNumber', text)),
    customer,
    totals,
    lines: fc.array(line, { maxLength: 3 }),
  },
  { requiredKeys: ['paymentMethod', 'carrier', 'delivery', 'billing', 'customer', 'totals', 'lines'] },
);

export const order: fc.Arbitrary<Order> = combined(
  fc.record(
    { id: orderId, reference: text, state, placedAt: dateTime, excluded: fc.constant(true) },
    { requiredKeys: ['id', 'state', 'placedAt'] },
  ),
  orderContent,
);
