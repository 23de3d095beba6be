import { z } from 'zod';
import { ZERO } from '../../domain/decimal.ts';
import { ORDER_DOCUMENT_STATES, ORDER_DOCUMENT_TYPES } from '../../domain/order.ts';
import { shaped } from '../input/shapes.ts';
import { decimalInput, lineInput, momentInput, textInput } from './inputs.ts';
import { named } from './named.ts';
import { ORDER_WORDS } from './order.ts';
import { LINE_WORDS, TOTALS_WORDS } from './order-parts.ts';

const MOST_LINES = 1000;

const ADDRESS_SHAPE = {
  country: shaped('country').describe('ISO 3166-1 alpha-2.'),
  company: textInput().exactOptional(),
  lastName: textInput().default('').describe('Needed where there is no `company`.'),
  firstName: textInput().default(''),
  address1: textInput().min(1),
  address2: textInput().exactOptional(),
  postcode: textInput(20).default(''),
  city: textInput().min(1),
  phone: textInput(40).exactOptional(),
  mobile: textInput(40).exactOptional(),
};

export const newAddress = named('NewAddress', z.strictObject(ADDRESS_SHAPE));

const newBillingAddress = named(
  'NewBillingAddress',
  z.strictObject({ ...ADDRESS_SHAPE, vatNumber: textInput(40).exactOptional() }),
);

const newCustomer = z.strictObject({
  id: lineInput(64).exactOptional().describe('The shop’s.'),
  email: lineInput(254).exactOptional().describe('Needed where there is no `id`.'),
  lastName: textInput().exactOptional(),
  firstName: textInput().exactOptional(),
  erpCode: lineInput(64).exactOptional().describe('Pins the ERP’s account.'),
});

const amount = () => decimalInput({ least: 0 });
const percent = () => decimalInput({ least: 0, most: 100 });

const newTotals = z.strictObject({
  paid: decimalInput().describe(TOTALS_WORDS.paid),
  productsExclTax: decimalInput().exactOptional().describe(TOTALS_WORDS.productsExclTax),
  productsInclTax: decimalInput().exactOptional().describe(TOTALS_WORDS.productsInclTax),
  shippingInclTax: amount().default(ZERO),
  shippingTaxRate: percent().default(ZERO).describe(TOTALS_WORDS.shippingTaxRate),
  discountInclTax: amount().default(ZERO),
  discountExclTax: amount().exactOptional(),
  discountPercent: percent().exactOptional().describe(TOTALS_WORDS.discountPercent),
});

const newLine = z.strictObject({
  reference: lineInput(100).describe(LINE_WORDS.reference),
  quantity: decimalInput({ above: 0 }).describe(LINE_WORDS.quantity),
  name: textInput(1000).default(''),
  netUnitPrice: decimalInput().describe(LINE_WORDS.netUnitPrice),
  taxRate: percent().describe(LINE_WORDS.taxRate),
  ecotax: decimalInput().exactOptional().describe(LINE_WORDS.ecotax),
  axis1: textInput().exactOptional().describe(LINE_WORDS.axis1),
  axis2: textInput().exactOptional().describe(LINE_WORDS.axis2),
  netTotal: decimalInput().exactOptional().describe(LINE_WORDS.netTotal),
  grossTotal: decimalInput().exactOptional().describe(LINE_WORDS.grossTotal),
});

const newTaxShare = z.strictObject({ rate: percent(), net: decimalInput(), tax: decimalInput() });

export const newOrder = named(
  'NewOrder',
  z.strictObject({
    id: lineInput(64)
      .exactOptional()
      .describe('By default the server makes one: the whole number behind the highest id that is one.'),
    reference: lineInput(100)
      .exactOptional()
      .describe('The number that the customer knows, where it is not the id.'),
    state: lineInput(64).describe(
      'Of the shop’s own; those that the connector imports are the shop’s setting.',
    ),
    placedAt: momentInput().exactOptional(),
    paymentMethod: textInput().default(''),
    carrier: textInput().default(''),
    warehouse: lineInput(100).exactOptional(),
    currency: lineInput(20).exactOptional().describe(ORDER_WORDS.currency),
    documentType: z.enum(ORDER_DOCUMENT_TYPES).exactOptional().describe(ORDER_WORDS.documentType),
    documentState: z.enum(ORDER_DOCUMENT_STATES).exactOptional().describe(ORDER_WORDS.documentState),
    excluded: z.boolean().exactOptional().describe(ORDER_WORDS.excluded),
    customer: newCustomer.describe(
      'What it does not say, a customer whom the shop knows by `id` or by `email` gives.',
    ),
    billing: newBillingAddress
      .exactOptional()
      .describe('By default the address that the shop has of the customer.'),
    delivery: newAddress.exactOptional().describe('By default the billing address.'),
    totals: newTotals.describe(
      'What is not said follows from the lines; what is said must agree with them, to the cent.',
    ),
    taxes: z
      .array(newTaxShare)
      .max(100)
      .exactOptional()
      .describe('Of the lines, by rate: without shipping, before the discount.'),
    lines: z.array(newLine).min(1).max(MOST_LINES),
    allowUnknownReferences: z
      .boolean()
      .default(false)
      .describe('Takes lines whose article the shop does not have; the ERP may not know it either.'),
  }),
);

export type NewOrderBody = z.output<typeof newOrder>;
export type NewAddress = z.output<typeof newAddress>;
