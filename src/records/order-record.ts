import {
  PERSON_FIELDS,
  POSTAL_ADDRESS_FIELDS,
  POSTAL_ADDRESS_OPTIONS,
  type PostalAddress,
} from '../domain/customer.ts';
import { defined } from '../domain/optional.ts';
import {
  ORDER_DOCUMENT_STATES,
  ORDER_DOCUMENT_TYPES,
  ORDER_FIELDS,
  ORDER_LINE_OPTIONS,
  ORDER_OPTIONS,
  ORDER_TOTALS,
  type Order,
  type OrderContent,
  type OrderCustomer,
  type OrderLine,
  type OrderPast,
  type OrderRecord,
  type OrderStateChange,
  type OrderTotals,
} from '../domain/order.ts';
import { paidFromTotals } from '../domain/order-totals.ts';
import type { Decoded } from '../domain/problem.ts';
import { documentStateFromCode, documentTypeFromCode } from '../parsing/document-codes.ts';
import {
  chosen,
  decodeRecord,
  type JsonObject,
  type RecordReader,
  readBoolean,
  readDate,
  readDecimal,
  readFilled,
  readList,
  readObject,
  readOrEmpty,
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
    const excluded = readBoolean(reader, 'excluded') ?? undefined;
    const order: Order = {
      id,
      ...readFilled(reader, { reference: 'text' }),
      state: required(reader, 'state', readText),
      placedAt: required(reader, 'placedAt', readDate),
      ...readOrderContent(reader),
      ...defined({ excluded }),
    };
    const past = readPast(reader);
    refuseOthers(reader);
    checkTotals(reader, order.totals);
    return { order, past };
  });

/** What an order and a sales document have in common; texts that are not there are empty, amounts 0. */
export function readOrderContent(reader: RecordReader): OrderContent {
  return {
    ...readFilled(reader, ORDER_OPTIONS),
    ...readDocumentWishes(reader),
    ...readOrEmpty(reader, ORDER_FIELDS),
    delivery: readPart(reader, 'delivery', readAddress),
    billing: readPart(reader, 'billing', (part) => ({
      ...readAddress(part),
      ...readFilled(part, { vatNumber: 'text' }),
    })),
    customer: readPart(reader, 'customer', readOrderCustomer),
    totals: readPart(reader, 'totals', (part) => readOrEmpty(part, ORDER_TOTALS)),
    lines: (readList(reader, 'lines') ?? []).map(readLine),
  };
}

/** By name or by the ERPs' numbers. */
function readDocumentWishes(reader: RecordReader): Pick<OrderContent, 'documentType' | 'documentState'> {
  const type = readText(reader, 'documentType');
  const state = readText(reader, 'documentState');
  return defined({
    documentType: type
      ? (documentTypeFromCode(type) ??
        chosen(reader, { field: 'documentType', value: type, choices: ORDER_DOCUMENT_TYPES }))
      : undefined,
    documentState: state
      ? (documentStateFromCode(state) ??
        chosen(reader, { field: 'documentState', value: state, choices: ORDER_DOCUMENT_STATES }))
      : undefined,
  });
}

/** A nested object, nothing being an empty one, in which nothing may be unknown. */
function readPart<T>(reader: RecordReader, field: string, read: (part: RecordReader) => T): T {
  const part = readObject(reader, field) ?? { ...reader, source: {}, asked: new Set() };
  const value = read(part);
  refuseOthers(part);
  return value;
}

export const readAddress = (reader: RecordReader): PostalAddress => ({
  ...readOrEmpty(reader, POSTAL_ADDRESS_FIELDS),
  ...readFilled(reader, POSTAL_ADDRESS_OPTIONS),
});

const readOrderCustomer = (reader: RecordReader): OrderCustomer => ({
  ...readOrEmpty(reader, PERSON_FIELDS),
  ...readFilled(reader, { erpCode: 'text' }),
});

function readLine(reader: RecordReader): OrderLine {
  const line = {
    reference: required(reader, 'reference', readText),
    quantity: required(reader, 'quantity', readDecimal),
    name: readText(reader, 'name') ?? '',
    netUnitPrice: required(reader, 'netUnitPrice', readDecimal),
    taxRate: required(reader, 'taxRate', readDecimal),
    ...readFilled(reader, ORDER_LINE_OPTIONS),
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
