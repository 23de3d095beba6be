import type { Decimal } from '../../domain/decimal.ts';
import {
  ORDER_LINE_FIELDS,
  ORDER_LINE_OPTIONS,
  type Order,
  type OrderContent,
  type OrderLine,
  type OrderPast,
  type OrderRecord,
  type OrderStateChange,
} from '../../domain/order.ts';
import { emailKey } from '../customers/emails.ts';
import { columns, type Row, table } from '../table.ts';

/** What stands in `content`: the rest has columns or tables of its own. */
type StoredContent = Omit<OrderContent, 'lines'> & Pick<Order, 'excluded'>;

interface PlacedOrder extends Pick<Order, 'id' | 'reference' | 'state' | 'placedAt'> {
  readonly customerId: string;
  readonly customerEmail: string;
  /** In lower case. */
  readonly customerEmailKey?: string;
  readonly paid: Decimal;
  readonly content: StoredContent;
}
type HandOver = Pick<OrderPast, 'readAt' | 'readBy' | 'confirmedAt'>;

/** What every table of orders begins with. */
interface Keyed {
  readonly orderKey: number;
}
interface Positioned extends Keyed {
  readonly position: number;
}

export const PLACED = columns<PlacedOrder>({
  id: 'text',
  reference: 'text',
  state: 'text',
  placedAt: 'text',
  customerId: 'text',
  customerEmail: 'text',
  customerEmailKey: 'text',
  paid: 'text',
  content: 'json',
});
export const HAND_OVER = columns<HandOver>({ readAt: 'text', readBy: 'text', confirmedAt: 'text' });
export const SHOP_ORDER = table<Keyed & PlacedOrder & HandOver>('shop_order', {
  orderKey: 'integer',
  ...PLACED.kinds,
  ...HAND_OVER.kinds,
});
export type OrderRow = Row<Keyed & PlacedOrder & HandOver>;

const LINE = columns<OrderLine>({ ...ORDER_LINE_FIELDS, ...ORDER_LINE_OPTIONS });
export const ORDER_LINE = table<Positioned & OrderLine>('order_line', {
  orderKey: 'integer',
  position: 'integer',
  ...LINE.kinds,
});
export type LineRow = Row<Positioned & OrderLine>;

export const STATE_CHANGE = columns<OrderStateChange>({
  state: 'text',
  at: ['text', 'changed_at'],
  by: ['text', 'changed_by'],
});
export const ORDER_STATE_CHANGE = table<Positioned & OrderStateChange>('order_state_change', {
  orderKey: 'integer',
  position: 'integer',
  ...STATE_CHANGE.kinds,
});
export type StateChangeRow = Row<Positioned & OrderStateChange>;

interface Tracking {
  readonly trackingNumber: string;
}
export const ORDER_TRACKING = table<Positioned & Tracking>('order_tracking', {
  orderKey: 'integer',
  trackingNumber: 'text',
  position: 'integer',
});
export type TrackingRow = Row<Positioned & Tracking>;

export function placedOrder({ id, reference, state, placedAt, lines: _, ...content }: Order) {
  const { customer, totals } = content;
  return {
    id,
    reference: reference ?? null,
    state,
    placedAt,
    customerId: customer.id,
    customerEmail: customer.email,
    customerEmailKey: emailKey(customer.email),
    paid: totals.paid,
    content,
  };
}

export function orderFromRow(row: OrderRow, lines: readonly LineRow[]): Order {
  const {
    customerId: _,
    customerEmail: __,
    customerEmailKey: ___,
    paid: ____,
    content,
    ...own
  } = PLACED.fromRow(row);
  return { ...own, ...content, lines: lines.map(LINE.fromRow) };
}

export interface PastRows {
  readonly lines: readonly LineRow[];
  readonly history: readonly StateChangeRow[];
  readonly tracking: readonly TrackingRow[];
}

export const recordFromRows = (row: OrderRow, { lines, history, tracking }: PastRows): OrderRecord => ({
  ...orderFromRow(row, lines),
  history: history.map(STATE_CHANGE.fromRow),
  trackingNumbers: tracking.map(({ trackingNumber }) => trackingNumber),
  ...HAND_OVER.fromRow(row),
});
