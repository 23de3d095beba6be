import type { LocalDateTime } from '../../domain/dates.ts';
import { ZERO } from '../../domain/decimal.ts';
import type { Order, OrderCustomer, OrderLine } from '../../domain/order.ts';
import { child, LEAVES, node, type Shape, shape, type XmlElement } from '../xml/element.ts';
import { readAddress } from './address.ts';
import { type CustomEntry, customEntries } from './custom-fields.ts';
import { readFilled } from './field-table.ts';
import { elementFields, type Fields } from './fields.ts';
import { HEADER_TABLE, LINE_TABLE, TOTALS_TABLE } from './order-tables.ts';
import { readPerson } from './person.ts';
import { type Reading, refuse } from './reading.ts';
import { parseWireDate } from './wire-dates.ts';

/** What `<order>` says: an order without its id and state, which are not in it; its date may be missing. */
export type OrderDocument = Omit<Order, 'id' | 'state' | 'placedAt'> & { readonly placedAt?: LocalDateTime };

export const ORDER_SHAPE: Shape = shape({
  livraison: LEAVES,
  facturation: LEAVES,
  client: LEAVES,
  commande: LEAVES,
  produits: shape({ product: LEAVES, produit: LEAVES }),
});

/** The fields of each part of an `<order>`, looked up on the way from here to the last of the unknown ones. */
export interface OrderParts {
  readonly order: Fields;
  readonly delivery: Fields;
  readonly billing: Fields;
  readonly client: Fields;
  readonly header: Fields;
  readonly lines: readonly Fields[];
}

export function orderParts(element: XmlElement): OrderParts {
  const part = (name: string): XmlElement => child(element, name) ?? node(name, []);
  return {
    order: elementFields(element, Object.keys(ORDER_SHAPE.children)),
    delivery: elementFields(part('livraison')),
    billing: elementFields(part('facturation')),
    client: elementFields(part('client')),
    header: elementFields(part('commande')),
    lines: part('produits').children.map((line) => elementFields(line)),
  };
}

/** Tolerant: what is missing is empty or 0. A number or a date that is none refuses the order. */
export function readOrder(parts: OrderParts, reading: Reading): OrderDocument {
  const { order, delivery, billing, client, header, lines } = parts;
  const vatNumber = billing.take('vat_number')?.text.trim();
  const reference = header.take('reference')?.text.trim();
  return {
    ...(reference ? { reference } : {}),
    delivery: readAddress(delivery, reading),
    billing: { ...readAddress(billing, reading), ...(vatNumber ? { vatNumber } : {}) },
    customer: readCustomer(client, reading),
    ...readDate(header, reading),
    paymentMethod: '',
    carrier: '',
    ...readFilled(HEADER_TABLE, header, reading),
    totals: { ...NO_TOTALS, ...readFilled(TOTALS_TABLE, header, reading) },
    lines: lines.map((line) => readLine(line, reading)),
    ...(order.take('no_import') ? { excluded: true } : {}),
  };
}

/** What nobody has taken by now, each named by its place in the order: `livraison/etage`, `produits/2/xx_lot`. */
export function unknownEntries(parts: OrderParts, reading: Reading): readonly CustomEntry[] {
  return [
    ...customEntries(parts.order.rest(), reading),
    ...customEntries(parts.delivery.rest(), reading, 'livraison/'),
    ...customEntries(parts.billing.rest(), reading, 'facturation/'),
    ...customEntries(parts.client.rest(), reading, 'client/'),
    ...customEntries(parts.header.rest(), reading, 'commande/'),
    ...parts.lines.flatMap((line, index) => customEntries(line.rest(), reading, `produits/${index + 1}/`)),
  ];
}

function readCustomer(fields: Fields, reading: Reading): OrderCustomer {
  const erpCode = fields.take('code_erp')?.text.trim();
  return { ...readPerson(fields, reading), ...(erpCode ? { erpCode } : {}) };
}

function readDate(fields: Fields, reading: Reading): { placedAt?: LocalDateTime } {
  const field = fields.take('date_add');
  const placedAt = parseWireDate(field?.text ?? '');
  if (placedAt === undefined && field) {
    refuse(reading, 'not_a_date', { field: field.name, value: field.text });
  }
  return placedAt ? { placedAt } : {};
}

const NO_TOTALS = {
  discountPercent: ZERO,
  discountInclTax: ZERO,
  discountExclTax: ZERO,
  paid: ZERO,
  productsInclTax: ZERO,
  productsExclTax: ZERO,
  shippingInclTax: ZERO,
  shippingTaxRate: ZERO,
};

const EMPTY_LINE = { reference: '', quantity: ZERO, name: '', netUnitPrice: ZERO, taxRate: ZERO };

/** An ecotax of 0 is none: it is always written. */
function readLine(fields: Fields, reading: Reading): OrderLine {
  const { ecotax, ...line } = readFilled(LINE_TABLE, fields, reading);
  return { ...EMPTY_LINE, ...line, ...(ecotax === undefined || ecotax === ZERO ? {} : { ecotax }) };
}
