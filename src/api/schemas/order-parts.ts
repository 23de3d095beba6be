import { z } from 'zod';
import { PERSON_FIELDS, POSTAL_ADDRESS_FIELDS, POSTAL_ADDRESS_OPTIONS } from '../../domain/customer.ts';
import { ORDER_LINE_FIELDS, ORDER_LINE_OPTIONS, ORDER_TOTALS } from '../../domain/order.ts';
import { fieldsShape, wholeShape } from './fields.ts';
import { named } from './named.ts';
import { decimal } from './values.ts';

const ADDRESS_SHAPE = {
  ...wholeShape(POSTAL_ADDRESS_FIELDS, {
    country: 'ISO 3166-1 alpha-2.',
    lastName: '',
    firstName: '',
    address1: '',
    postcode: '',
    city: '',
  }),
  ...fieldsShape(POSTAL_ADDRESS_OPTIONS, { company: '', address2: '', phone: '', mobile: '' }),
};

/** Where something is sent. */
export const address = named('Address', z.object(ADDRESS_SHAPE));

export const billingAddress = named(
  'BillingAddress',
  z.object({ ...ADDRESS_SHAPE, vatNumber: z.string().exactOptional() }),
);

export const orderCustomer = named(
  'OrderCustomer',
  z.object({
    ...wholeShape(PERSON_FIELDS, {
      id: 'The shop’s; empty where the customer has no account.',
      lastName: '',
      firstName: '',
      email: '',
    }),
    erpCode: z.string().exactOptional().describe('The ERP’s code, which pins its account.'),
  }),
);

export const TOTALS_WORDS = {
  paid: '`productsInclTax` + `shippingInclTax` − `discountInclTax`.',
  productsExclTax: 'The lines, without tax, before the discount.',
  productsInclTax: 'The lines, with tax, before the discount.',
  shippingInclTax: '',
  shippingTaxRate: 'Percent.',
  discountInclTax: '',
  discountExclTax: '',
  discountPercent: 'Of `productsInclTax`.',
} as const;

export const orderTotals = named('OrderTotals', z.object(wholeShape(ORDER_TOTALS, TOTALS_WORDS)));

export const LINE_WORDS = {
  reference: 'The ERP’s article code, of a product or a variant.',
  quantity: 'May be fractional.',
  name: '',
  netUnitPrice: 'Excluding tax, including the ecotax; with as many decimals as it has.',
  taxRate: 'Percent.',
  ecotax: 'Per unit, excluding tax.',
  axis1: 'Sage only: the first axis’ value.',
  axis2: 'Sage only: the second axis’ value.',
  netTotal: 'Excluding tax, rounded to the cent.',
  grossTotal: 'Including tax, rounded to the cent.',
} as const;

export const orderLine = named(
  'OrderLine',
  z.object({
    ...wholeShape(ORDER_LINE_FIELDS, LINE_WORDS),
    ...fieldsShape(ORDER_LINE_OPTIONS, LINE_WORDS),
    netTotal: decimal.describe(LINE_WORDS.netTotal),
    grossTotal: decimal.describe(LINE_WORDS.grossTotal),
  }),
);

export const taxShare = named(
  'TaxShare',
  z.object({
    rate: decimal.describe('Percent.'),
    net: decimal.describe('The lines of this rate, without tax.'),
    tax: decimal,
  }),
);
