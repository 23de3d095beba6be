import type { LocalDateTime } from '../../../domain/dates.ts';
import { ZERO } from '../../../domain/decimal.ts';
import { emptyFields } from '../../../domain/fields.ts';
import { defined, filled } from '../../../domain/optional.ts';
import {
  ORDER_FIELDS,
  ORDER_LINE_FIELDS,
  ORDER_TOTALS,
  type OrderContent,
  type OrderCustomer,
  type OrderLine,
  type OrderToImport,
} from '../../../domain/order.ts';
import { parseDate } from '../../../parsing/date.ts';
import { documentStateFromCode, documentTypeFromCode } from '../../../parsing/document-codes.ts';
import { child, LEAVES, node, type Shape, shape, type XmlElement } from '../../xml/element.ts';
import { readAddress } from '../parts/address.ts';
import { type CustomEntry, customEntries } from '../parts/custom-fields.ts';
import { readFilled } from '../parts/field-table.ts';
import { elementFields, type Fields } from '../parts/fields.ts';
import { readPerson } from '../parts/person.ts';
import { type RecordReading, refuse } from '../parts/record-reading.ts';
import { HEADER_TABLE, LINE_TABLE, TOTALS_TABLE } from './order-tables.ts';

/** What `<order>` says: an order without its id and state, which are not in it; its date may be missing. */
export type OrderDocument = OrderContent &
  Partial<Pick<OrderToImport, 'reference' | 'placedAt' | 'excluded' | 'customFields'>>;

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
export function readOrder(parts: OrderParts, reading: RecordReading): OrderDocument {
  const { order, delivery, billing, client, header, lines } = parts;
  const vatNumber = billing.take('vat_number')?.text.trim();
  const reference = header.take('reference')?.text.trim();
  return {
    ...defined({ reference: filled(reference) }),
    delivery: readAddress(delivery, reading),
    billing: { ...readAddress(billing, reading), ...defined({ vatNumber: filled(vatNumber) }) },
    customer: readCustomer(client, reading),
    ...readDate(header, reading),
    ...EMPTY_HEADER,
    ...readFilled(HEADER_TABLE, header, reading),
    ...readDocumentCodes(header),
    totals: { ...NO_TOTALS, ...readFilled(TOTALS_TABLE, header, reading) },
    lines: lines.map((line) => readLine(line, reading)),
    ...defined({ excluded: order.take('no_import') && true }),
  };
}

/** The unknown ones that have a value; none where there are none. */
export function ownNodes(entries: readonly CustomEntry[]): Readonly<Record<string, string>> | undefined {
  const filledOnes = entries.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return filled(Object.fromEntries(filledOnes));
}

/** What nobody has taken by now, each named by its place in the order: `livraison/etage`, `produits/2/xx_lot`. */
export function unknownEntries(parts: OrderParts, reading: RecordReading): readonly CustomEntry[] {
  return [
    ...customEntries(parts.order.rest(), reading),
    ...customEntries(parts.delivery.rest(), reading, 'livraison/'),
    ...customEntries(parts.billing.rest(), reading, 'facturation/'),
    ...customEntries(parts.client.rest(), reading, 'client/'),
    ...customEntries(parts.header.rest(), reading, 'commande/'),
    ...parts.lines.flatMap((line, index) => customEntries(line.rest(), reading, `produits/${index + 1}/`)),
  ];
}

/** A code that is not known stays where it is, as any field without a name here. */
function readDocumentCodes(header: Fields): Pick<OrderContent, 'documentType' | 'documentState'> {
  const documentType = documentTypeFromCode(header.peek('type')?.text.trim() ?? '');
  const documentState = documentStateFromCode(header.peek('statut')?.text.trim() ?? '');
  if (documentType) header.take('type');
  if (documentState) header.take('statut');
  return defined({ documentType, documentState });
}

function readCustomer(fields: Fields, reading: RecordReading): OrderCustomer {
  const erpCode = fields.take('code_erp')?.text.trim();
  return { ...readPerson(fields, reading), ...defined({ erpCode: filled(erpCode) }) };
}

function readDate(fields: Fields, reading: RecordReading): { placedAt?: LocalDateTime } {
  const field = fields.take('date_add');
  const placedAt = parseDate(field?.text ?? '');
  if (placedAt === undefined && field) {
    refuse(reading, 'not_a_date', { field: field.name, value: field.text });
  }
  return placedAt ? { placedAt } : {};
}

const EMPTY_HEADER = emptyFields(ORDER_FIELDS);
const NO_TOTALS = emptyFields(ORDER_TOTALS);
const EMPTY_LINE = emptyFields(ORDER_LINE_FIELDS);

/** An ecotax of 0 is none: it is always written. */
function readLine(fields: Fields, reading: RecordReading): OrderLine {
  const { ecotax, ...line } = readFilled(LINE_TABLE, fields, reading);
  return { ...EMPTY_LINE, ...line, ...defined({ ecotax: ecotax === ZERO ? undefined : ecotax }) };
}
