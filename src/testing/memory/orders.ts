import { isDeepStrictEqual } from 'node:util';
import { fail } from '../../domain/error.ts';
import type { Order, OrderRecord, OrderStateChange } from '../../domain/order.ts';
import type { ConfirmedOrder, ListedOrder, OrderQuery, SaveResult } from '../../shop/shop.ts';
import type { MemoryState, StoredOrder } from './state.ts';

export function placeOrder(state: MemoryState, order: Order): SaveResult {
  const stored = state.orders.get(order.id);
  if (stored && isDeepStrictEqual(stored.order, order)) return { outcome: 'unchanged', warnings: [] };
  if (stored) {
    const moved = movedTo(state, stored, order.state, 'shop');
    state.orders.set(order.id, { ...moved, order });
  } else {
    const history = [{ state: order.state, at: state.now(), by: 'shop' as const }];
    state.orders.set(order.id, { order, history, trackingNumbers: [] });
  }
  return { outcome: stored ? 'updated' : 'created', warnings: [] };
}

export function listOrders(state: MemoryState, { states }: OrderQuery): readonly ListedOrder[] {
  const wanted = ({ order, confirmedAt }: StoredOrder) =>
    states ? states.includes(order.state) : confirmedAt === undefined && state.isImportable(order.state);
  return [...state.orders.values()]
    .filter(wanted)
    .sort((a, b) => a.order.placedAt.localeCompare(b.order.placedAt))
    .map(({ order }) => ({ id: order.id, state: order.state }));
}

/** The lease is that of the first reader, until the order is confirmed or offered again. */
export function readOrder(state: MemoryState, id: string, reader: string): Order {
  const stored = orderOf(state, id);
  if (stored.confirmedAt === undefined && stored.lease === undefined) {
    state.orders.set(id, { ...stored, lease: { at: state.now(), by: reader } });
  }
  return stored.order;
}

/**
 * A lease ends with the confirmation. Once confirmed, nothing is written again: the shop may have moved the order on
 * since the reply that was lost.
 */
export function confirmOrder(state: MemoryState, id: string, finalState?: string): ConfirmedOrder {
  const { lease: _, ...stored } = orderOf(state, id);
  if (stored.confirmedAt !== undefined) return { id, state: stored.order.state };
  const next = finalState ?? stored.order.state;
  state.orders.set(id, { ...movedTo(state, stored, next, 'erp'), confirmedAt: state.now() });
  return { id, state: next };
}

/** An order whose state is not importable goes back to the last one that was: it would be offered to nobody. */
export function offerOrderAgain(state: MemoryState, id: string): void {
  const { lease: _, confirmedAt: __, ...stored } = orderOf(state, id);
  const states = [stored.order.state, ...stored.history.map((past) => past.state).reverse()];
  const next = states.find(state.isImportable) ?? stored.order.state;
  state.orders.set(id, movedTo(state, stored, next, 'shop'));
}

export function saveTracking(state: MemoryState, id: string, number: string): SaveResult {
  const stored = orderOf(state, id);
  if (stored.trackingNumbers.includes(number)) return { outcome: 'unchanged', warnings: [] };
  state.orders.set(id, { ...stored, trackingNumbers: [...stored.trackingNumbers, number] });
  return { outcome: 'updated', warnings: [] };
}

export function readRecord({ order, lease, ...rest }: StoredOrder): OrderRecord {
  return { ...order, ...rest, ...(lease ? { readAt: lease.at, readBy: lease.by } : {}) };
}

function orderOf(state: MemoryState, id: string): StoredOrder {
  const stored = state.orders.get(id);
  if (!stored) throw fail('order_unknown', { entity: 'order', record: id });
  return stored;
}

function movedTo(
  { now }: MemoryState,
  stored: StoredOrder,
  state: string,
  by: OrderStateChange['by'],
): StoredOrder {
  if (stored.order.state === state) return stored;
  const history = [...stored.history, { state, at: now(), by }];
  return { ...stored, order: { ...stored.order, state }, history };
}
