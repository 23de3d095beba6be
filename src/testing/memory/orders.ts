import { isDeepStrictEqual } from 'node:util';
import { fail } from '../../domain/error.ts';
import type {
  ConfirmedOrder,
  ListedOrder,
  Order,
  OrderPast,
  OrderQuery,
  OrderRecord,
  OrderStateChange,
} from '../../domain/order.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { changedNames } from './changes.ts';
import type { MemoryState, StoredOrder, WritableState } from './state.ts';

export function placeOrder(state: WritableState, order: Order, past?: OrderPast): SaveResult {
  const stored = state.orders.get(order.id);
  if (stored && isDeepStrictEqual(stored.order, order)) return { outcome: 'unchanged', warnings: [] };
  if (stored) {
    const moved = movedTo(state, stored, order.state, 'shop');
    state.orders.set(order.id, { ...moved, order });
    state.note({
      entity: 'order',
      key: order.id,
      operation: 'updated',
      fields: changedNames(stored.order, order),
    });
  } else {
    state.note({ entity: 'order', key: order.id, operation: 'created', fields: [] });
    const placed = [{ state: order.state, at: state.now(), by: 'shop' as const }];
    const { history = placed, trackingNumbers = [], readAt, readBy, confirmedAt } = past ?? {};
    state.orders.set(order.id, {
      order,
      history,
      trackingNumbers,
      ...(readAt === undefined
        ? {}
        : { lease: { at: readAt, ...(readBy === undefined ? {} : { by: readBy }) } }),
      ...(confirmedAt === undefined ? {} : { confirmedAt }),
    });
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
export function readOrder(state: WritableState, id: string, reader?: string): Order {
  const stored = orderOf(state, id);
  if (stored.confirmedAt === undefined && stored.lease === undefined) {
    change(state, stored, {
      ...stored,
      lease: { at: state.now(), ...(reader === undefined ? {} : { by: reader }) },
    });
  }
  return stored.order;
}

/**
 * A lease ends with the confirmation. Once confirmed, nothing is written again: the shop may have moved the order on
 * since the reply that was lost.
 */
export function confirmOrder(state: WritableState, id: string, finalState?: string): ConfirmedOrder {
  const before = orderOf(state, id);
  const { lease: _, ...stored } = before;
  if (stored.confirmedAt !== undefined) return { id, state: stored.order.state };
  const next = finalState ?? stored.order.state;
  change(state, before, { ...movedTo(state, stored, next, 'erp'), confirmedAt: state.now() });
  return { id, state: next };
}

/** An order whose state is not importable goes back to the last one that was: it would be offered to nobody. */
export function offerOrderAgain(state: WritableState, id: string): void {
  const before = orderOf(state, id);
  const { lease: _, confirmedAt: __, ...stored } = before;
  const states = [stored.order.state, ...stored.history.map((past) => past.state).reverse()];
  const next = states.find(state.isImportable) ?? stored.order.state;
  change(state, before, movedTo(state, stored, next, 'shop'));
}

export function saveTracking(state: WritableState, id: string, number: string): SaveResult {
  const stored = orderOf(state, id);
  if (stored.trackingNumbers.includes(number)) return { outcome: 'unchanged', warnings: [] };
  change(state, stored, { ...stored, trackingNumbers: [...stored.trackingNumbers, number] });
  return { outcome: 'updated', warnings: [] };
}

export function readRecord({ order, lease, ...rest }: StoredOrder): OrderRecord {
  const { at, by } = lease ?? {};
  return {
    ...order,
    ...rest,
    ...(at === undefined ? {} : { readAt: at }),
    ...(by === undefined ? {} : { readBy: by }),
  };
}

/** Of what happens to an order between shop and ERP, its history is not told beside its state. */
function change(state: WritableState, before: StoredOrder, after: StoredOrder): void {
  const { id } = after.order;
  state.orders.set(id, after);
  const fields = changedNames(readRecord(before), readRecord(after)).filter((name) => name !== 'history');
  if (fields.length > 0) state.note({ entity: 'order', key: id, operation: 'updated', fields });
}

export function orderOf(state: MemoryState, id: string): StoredOrder {
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
