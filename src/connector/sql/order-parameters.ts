import type { PostalAddress } from '../../domain/customer.ts';
import type { Order, OrderLine } from '../../domain/order.ts';
import { DOCUMENT_STATE_CODES, DOCUMENT_TYPE_CODES } from '../../parsing/document-codes.ts';
import type { ParameterValues } from './named-parameters.ts';

/** A value from an order for each parameter that a statement may name. */
type Getters<From> = Readonly<Record<string, (from: From) => string | undefined>>;

const ADDRESS: Getters<PostalAddress> = {
  country: ({ country }) => country,
  company: ({ company }) => company,
  last_name: ({ lastName }) => lastName,
  first_name: ({ firstName }) => firstName,
  address1: ({ address1 }) => address1,
  address2: ({ address2 }) => address2,
  postcode: ({ postcode }) => postcode,
  city: ({ city }) => city,
  phone: ({ phone }) => phone,
  mobile: ({ mobile }) => mobile,
};

const addressOf = (prefix: string, address: (order: Order) => PostalAddress): Getters<Order> =>
  Object.fromEntries(
    Object.entries(ADDRESS).map(([name, get]) => [`${prefix}_${name}`, (order) => get(address(order))]),
  );

const ORDER: Getters<Order> = {
  id: ({ id }) => id,
  reference: ({ reference }) => reference,
  state: ({ state }) => state,
  placed_at: ({ placedAt }) => placedAt,
  warehouse: ({ warehouse }) => warehouse,
  currency: ({ currency }) => currency,
  payment_method: ({ paymentMethod }) => paymentMethod,
  carrier: ({ carrier }) => carrier,
  document_type: ({ documentType }) => documentType && DOCUMENT_TYPE_CODES[documentType],
  document_state: ({ documentState }) => documentState && DOCUMENT_STATE_CODES[documentState],
  customer_id: ({ customer }) => customer.id,
  customer_erp_code: ({ customer }) => customer.erpCode,
  customer_last_name: ({ customer }) => customer.lastName,
  customer_first_name: ({ customer }) => customer.firstName,
  customer_email: ({ customer }) => customer.email,
  ...addressOf('billing', ({ billing }) => billing),
  billing_vat_number: ({ billing }) => billing.vatNumber,
  ...addressOf('delivery', ({ delivery }) => delivery),
  total_paid: ({ totals }) => totals.paid,
  total_products_incl_tax: ({ totals }) => totals.productsInclTax,
  total_products_excl_tax: ({ totals }) => totals.productsExclTax,
  total_shipping_incl_tax: ({ totals }) => totals.shippingInclTax,
  total_shipping_tax_rate: ({ totals }) => totals.shippingTaxRate,
  total_discount_incl_tax: ({ totals }) => totals.discountInclTax,
  total_discount_excl_tax: ({ totals }) => totals.discountExclTax,
  total_discount_percent: ({ totals }) => totals.discountPercent,
};

const LINE: Getters<OrderLine> = {
  line_reference: ({ reference }) => reference,
  line_quantity: ({ quantity }) => quantity,
  line_name: ({ name }) => name,
  line_net_unit_price: ({ netUnitPrice }) => netUnitPrice,
  line_tax_rate: ({ taxRate }) => taxRate,
  line_ecotax: ({ ecotax }) => ecotax,
  line_axis1: ({ axis1 }) => axis1,
  line_axis2: ({ axis2 }) => axis2,
};

/** `shop` is the shop's name in the settings. */
export const ORDER_PARAMETERS: readonly string[] = ['shop', ...Object.keys(ORDER)];

/** `document` is what `exists` gives once the header is in; `line_number` counts from 1. */
export const LINE_PARAMETERS: readonly string[] = [
  ...ORDER_PARAMETERS,
  'document',
  'line_number',
  ...Object.keys(LINE),
];

export const orderValues = (order: Order, shop: string): ParameterValues => ({
  shop,
  ...valuesFrom(ORDER, order),
});

export const lineValues = (line: OrderLine, number: number): ParameterValues => ({
  line_number: String(number),
  ...valuesFrom(LINE, line),
});

const valuesFrom = <From>(getters: Getters<From>, from: From): ParameterValues =>
  Object.fromEntries(Object.entries(getters).map(([name, get]) => [name, get(from) ?? null]));
