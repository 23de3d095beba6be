import fc from 'fast-check';
import type { PostalAddress } from '../../../domain/customer.ts';
import {
  ORDER_DOCUMENT_STATES,
  ORDER_DOCUMENT_TYPES,
  type OrderLine,
  type OrderTotals,
} from '../../../domain/order.ts';
import { dateTime } from '../../../parsing/testing/arbitraries.ts';
import type { OrderDocument } from '../orders/order-reader.ts';
import { LINE_TABLE, TOTALS_TABLE } from '../orders/order-tables.ts';
import { code, label, nonZero, some, text, valuesOf } from './arbitraries.ts';

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

const { ecotax: _, axis1, axis2, ...lineFields } = valuesOf(LINE_TABLE);
const line: fc.Arbitrary<OrderLine> = fc
  .tuple(fc.record(lineFields), some({ ecotax: nonZero, axis1, axis2 }))
  .map(([always, optional]) => ({ ...always, ...optional }));

const totals: fc.Arbitrary<OrderTotals> = fc.record(valuesOf(TOTALS_TABLE));

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
      documentType: fc.constantFrom(...ORDER_DOCUMENT_TYPES),
      documentState: fc.constantFrom(...ORDER_DOCUMENT_STATES),
      reference: code,
      excluded: fc.constant(true),
    }),
  )
  .map(([always, optional]) => ({ ...always, ...optional }));
