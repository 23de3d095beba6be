import type { PostalAddress } from '../domain/customer.ts';
import { add, type Decimal, subtract, ZERO } from '../domain/decimal.ts';
import type {
  Order,
  OrderCustomer,
  OrderLine,
  OrderPast,
  OrderRecord,
  OrderStateChange,
  OrderTotals,
} from '../domain/order.ts';
import type { Decoded } from '../domain/problem.ts';
import {
  decodeRecord,
  type JsonObject,
  type RecordReader,
  readBoolean,
  readDate,
  readDecimal,
  readFilled,
  readList,
  readObject,
  readText,
  readTexts,
  refusal,
  refuseOthers,
  required,
} from './record-reader.ts';

/** An order as `export orders` writes it: whole, with its past. */
export const formatOrder = (order: OrderRecord): JsonObject => ({ ...order });

export interface ImportedOrder {
  readonly order: Order;
  readonly past: OrderPast;
}

export const readOrder = (source: unknown): Decoded<ImportedOrder> =>
  decodeRecord('order', source, (reader) => {
    const id = required(reader, 'id', readText).trim();
    reader.record = id;
    const excluded = readBoolean(reader, 'excluded');
    const order: Order = {
      id,
      ...readFilled(reader, { reference: 'text' }),
      state: required(reader, 'state', readText),
      placedAt: required(reader, 'placedAt', readDate),
      ...readOrderContent(reader),
      ...(typeof excluded === 'boolean' && { excluded }),
    };
    const past = readPast(reader);
    refuseOthers(reader);
    checkTotals(reader, order.totals);
    return { order, past };
  });

type OrderContent = Omit<Order, 'id' | 'reference' | 'state' | 'placedAt' | 'excluded'>;

/** What an order and a sales document have in common; texts that are not there are empty, amounts 0. */
export function readOrderContent(reader: RecordReader): OrderContent {
  return {
    ...readFilled(reader, {
      warehouse: 'text',
      currency: 'text',
      documentType: 'text',
      documentState: 'text',
    }),
    paymentMethod: readText(reader, 'paymentMethod') ?? '',
    carrier: readText(reader, 'carrier') ?? '',
    delivery: readPart(reader, 'delivery', readAddress),
    billing: readPart(reader, 'billing', (part) => ({
      ...readAddress(part),
      ...readFilled(part, { vatNumber: 'text' }),
    })),
    customer: readPart(reader, 'customer', readOrderCustomer),
    totals: readPart(reader, 'totals', readTotals),
    lines: (readList(reader, 'lines') ?? []).map(readLine),
  };
}

/** A nested object, nothing being an empty one, in which nothing may be unknown. */
function readPart<T>(reader: RecordReader, field: string, read: (part: RecordReader) => T): T {
  const part = readObject(reader, field) ?? { ...reader, source: {}, asked: new Set() };
  const value = read(part);
  refuseOthers(part);
  return value;
}

export const readAddress = (reader: RecordReader): PostalAddress => ({
  country: readText(reader, 'country') ?? '',
  lastName: readText(reader, 'lastName') ?? '',
  firstName: readText(reader, 'firstName') ?? '',
  address1: readText(reader, 'address1') ?? '',
  postcode: readText(reader, 'postcode') ?? '',
  city: readText(reader, 'city') ?? '',
  ...readFilled(reader, { company: 'text', address2: 'text', phone: 'text', mobile: 'text' }),
});

const readOrderCustomer = (reader: RecordReader): OrderCustomer => ({
  id: readText(reader, 'id') ?? '',
  lastName: readText(reader, 'lastName') ?? '',
  firstName: readText(reader, 'firstName') ?? '',
  email: readText(reader, 'email') ?? '',
  ...readFilled(reader, { erpCode: 'text' }),
});

const TOTALS = [
  'discountPercent',
  'discountInclTax',
  'discountExclTax',
  'paid',
  'productsInclTax',
  'productsExclTax',
  'shippingInclTax',
  'shippingTaxRate',
] as const satisfies readonly (keyof OrderTotals)[];

function readTotals(reader: RecordReader): OrderTotals {
  const amounts = TOTALS.map((name) => [name, readDecimal(reader, name) ?? ZERO]);
  return Object.fromEntries(amounts) as Record<(typeof TOTALS)[number], Decimal>;
}

function readLine(reader: RecordReader): OrderLine {
  const line = {
    reference: required(reader, 'reference', readText),
    quantity: required(reader, 'quantity', readDecimal),
    name: readText(reader, 'name') ?? '',
    netUnitPrice: required(reader, 'netUnitPrice', readDecimal),
    taxRate: required(reader, 'taxRate', readDecimal),
    ...readFilled(reader, { ecotax: 'decimal', axis1: 'text', axis2: 'text' }),
  };
  refuseOthers(reader);
  return line;
}

function readPast(reader: RecordReader): OrderPast {
  return {
    history: (readList(reader, 'history') ?? []).map(readStateChange),
    trackingNumbers: readTexts(reader, 'trackingNumbers') ?? [],
    ...readFilled(reader, { readAt: 'date', readBy: 'text', confirmedAt: 'date' }),
  };
}

function readStateChange(reader: RecordReader): OrderStateChange {
  const change = {
    state: required(reader, 'state', readText),
    at: required(reader, 'at', readDate),
    by: readText(reader, 'by') === 'erp' ? ('erp' as const) : ('shop' as const),
  };
  refuseOthers(reader);
  return change;
}

/** What was paid must be what it is made of, to the cent: the ERP refuses or, worse, books a difference. */
function checkTotals(reader: RecordReader, totals: OrderTotals): void {
  const expected = paidFromTotals(totals);
  if (totals.paid === expected) return;
  throw refusal(reader, 'totals_mismatch', { field: 'totals.paid', value: totals.paid, expected });
}

export const paidFromTotals = (totals: Omit<OrderTotals, 'paid'>): Decimal =>
  subtract(add(totals.productsInclTax, totals.shippingInclTax), totals.discountInclTax);
