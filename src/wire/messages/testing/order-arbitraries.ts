import fc from 'fast-check';
import type { PostalAddress } from '../../../domain/customer.ts';
import type { OrderLine } from '../../../domain/order.ts';
import type { OrderDocument } from '../order-reader.ts';
import { code, dateTime, decimal, label, nonZero, some, text } from './arbitraries.ts';

const maybe = (value: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), value);

export const postalAddress: fc.Arbitrary<PostalAddress> = fc
  .tuple(
    fc.record({
      country: maybe(code),
      lastName: maybe(text),
      firstName: maybe(text),
      address1: maybe(text),
      postcode: maybe(code),
      city: maybe(text),
    }),
    some({ company: text, address2: text, phone: text, mobile: text }),
  )
  .map(([always, optional]) => ({ ...always, ...optional }));

const line: fc.Arbitrary<OrderLine> = fc
  .tuple(
    fc.record({ reference: code, quantity: decimal, name: text, netUnitPrice: decimal, taxRate: decimal }),
    some({ ecotax: nonZero, axis1: text, axis2: text }),
  )
  .map(([always, optional]) => ({ ...always, ...optional }));

const totals = fc.record({
  discountPercent: decimal,
  discountInclTax: decimal,
  discountExclTax: decimal,
  paid: decimal,
  productsInclTax: decimal,
  productsExclTax: decimal,
  shippingInclTax: decimal,
  shippingTaxRate: decimal,
});

/** An order's content as a message carries it, with every extra. */
export const orderDocument: fc.Arbitrary<OrderDocument> = fc
  .tuple(
    fc.record({
      delivery: postalAddress,
      billing: fc
        .tuple(postalAddress, some({ vatNumber: code }))
        .map(([address, more]) => ({ ...address, ...more })),
      customer: fc
        .tuple(
          fc.record({ id: maybe(code), lastName: maybe(text), firstName: maybe(text), email: maybe(label) }),
          some({ erpCode: code }),
        )
        .map(([person, more]) => ({ ...person, ...more })),
      paymentMethod: maybe(text),
      carrier: maybe(text),
      totals,
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
    some({
      placedAt: dateTime,
      warehouse: text,
      currency: code,
      documentType: code,
      documentState: code,
      reference: code,
      excluded: fc.constant(true),
    }),
  )
  .map(([always, optional]) => ({ ...always, ...optional }));
