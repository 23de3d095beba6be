import { isDeepStrictEqual } from 'node:util';
import { fail } from '../../domain/error.ts';
import {
  completedOrder,
  type KnownCustomer,
  missingFromOrder,
  type NewOrder,
} from '../../domain/new-order.ts';
import { defined } from '../../domain/optional.ts';
import type { OrderCustomer, OrderRecord } from '../../domain/order.ts';
import { type Problem, problem, quotable } from '../../domain/problem.ts';
import type { AddedOrder, AddOrderOptions, OrderPageQuery } from '../../shop/order-desk.ts';
import type { Page } from '../../shop/pages.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { foldedEmail } from './customer-rules.ts';
import { asShopCustomer, customersWithEmail } from './customers.ts';
import { orderOf, placeOrder, readRecord } from './orders.ts';
import { pageOf } from './pages.ts';
import type { MemoryState, WritableState } from './state.ts';

export function addOrder(state: WritableState, said: NewOrder, options: AddOrderOptions = {}): AddedOrder {
  const { requestKey, allowUnknownReferences = false } = options;
  const key = requestKey === undefined ? said.id && `id ${said.id}` : `key ${requestKey}`;
  const asked = { said, allowUnknownReferences };
  const earlier = key === undefined ? undefined : state.requests.get(key);
  if (earlier && isDeepStrictEqual(earlier.asked, asked)) return { order: earlier.answer, isRepeated: true };
  if (earlier && requestKey !== undefined)
    throw fail('idempotency_key_reused', { entity: 'order', value: quotable(requestKey) });
  if (said.id !== undefined && state.orders.has(said.id))
    throw fail('order_exists', { entity: 'order', record: said.id });
  const order = addNew(state, said, allowUnknownReferences);
  if (key !== undefined) state.requests.set(key, { asked, answer: order, at: state.instant() });
  return { order, isRepeated: false };
}

function addNew(state: WritableState, said: NewOrder, allowUnknownReferences: boolean): OrderRecord {
  const known = knownCustomer(state, said.customer);
  const details = [
    ...missingFromOrder(said, known),
    ...(allowUnknownReferences ? [] : unknownReferences(state, said)),
  ];
  if (details.length > 0) throw fail('order_refused', { entity: 'order', details });
  const id = said.id ?? nextNumber(state);
  placeOrder(state, completedOrder(said, known, { id, now: state.now() }));
  return readRecord(orderOf(state, id));
}

/** The customer of that id; without an id, the only one of that e-mail: of the shop's accounts, else of the ERP's. */
function knownCustomer(
  state: MemoryState,
  { id, email = '' }: Partial<OrderCustomer>,
): KnownCustomer | undefined {
  const found = id === undefined ? customersWithEmail(state, email) : [state.customers.get(id)];
  const [customer, ...others] = found;
  if (!customer || others.length > 0) return undefined;
  return { ...asShopCustomer(customer), ...defined({ code: customer.code }) };
}

const unknownReferences = ({ products }: MemoryState, { lines }: NewOrder): readonly Problem[] =>
  lines.flatMap(({ reference }, index) =>
    products.has(reference)
      ? []
      : problem('order_reference_unknown', {
          field: `lines[${index}].reference`,
          value: quotable(reference),
        }),
  );

function nextNumber({ orders }: MemoryState): string {
  const numbers = [...orders.keys()].filter((id) => /^\d{1,15}$/.test(id)).map(Number);
  return String(Math.max(0, ...numbers) + 1);
}

export function setOrderState(state: WritableState, id: string, next: string): SaveResult {
  return placeOrder(state, { ...orderOf(state, id).order, state: next });
}

export function orderPage(state: MemoryState, query: OrderPageQuery): Page<OrderRecord> {
  const placed = [...state.orders.values()].map((stored, index) => ({
    item: readRecord(stored),
    place: [stored.order.placedAt, index],
  }));
  const asked = placed.filter(({ item }) => isAsked(item, query));
  return pageOf(asked, query);
}

function isAsked(record: OrderRecord, query: OrderPageQuery): boolean {
  const { states, placedSince, customer, email, isConfirmed } = query;
  return (
    (states?.includes(record.state) ?? true) &&
    (placedSince === undefined || record.placedAt >= placedSince) &&
    (customer === undefined || record.customer.id === customer) &&
    (email === undefined || foldedEmail(record.customer.email) === foldedEmail(email)) &&
    (isConfirmed === undefined || (record.confirmedAt !== undefined) === isConfirmed)
  );
}

export function pruneOrderRequests(state: MemoryState, maxAgeHours: number): number {
  const oldest = Date.parse(state.instant()) - maxAgeHours * 3_600_000;
  const old = [...state.requests].filter(([, { at }]) => Date.parse(at) < oldest);
  for (const [key] of old) state.requests.delete(key);
  return old.length;
}
