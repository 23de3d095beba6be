import type { LocalDateTime } from '../../domain/dates.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { Order, OrderLine, OrderPast, OrderRecord, OrderStateChange } from '../../domain/order.ts';
import type { SqlValue } from '../database.ts';

/** A row of shop_order. */
export interface OrderRow {
  readonly order_key: number;
  readonly id: string;
  readonly reference: string | null;
  readonly state: string;
  readonly placed_at: LocalDateTime;
  readonly content: string;
  readonly read_at: LocalDateTime | null;
  readonly read_by: string | null;
  readonly confirmed_at: LocalDateTime | null;
}

export interface LineRow {
  readonly order_key: number;
  readonly reference: string;
  readonly quantity: Decimal;
  readonly name: string;
  readonly net_unit_price: Decimal;
  readonly tax_rate: Decimal;
  readonly ecotax: Decimal | null;
  readonly axis1: string | null;
  readonly axis2: string | null;
}

export interface StateChangeRow {
  readonly order_key: number;
  readonly state: string;
  readonly changed_at: LocalDateTime;
  readonly changed_by: OrderStateChange['by'];
}

/** What stands in `content`: the rest has columns or tables of its own. */
type OrderContent = Omit<Order, 'id' | 'reference' | 'state' | 'placedAt' | 'lines'>;

/** In the order of the columns `id, reference, state, placed_at, customer_id, customer_email, paid, content`. */
export function orderValues({ id, reference, state, placedAt, lines: _, ...content }: Order): SqlValue[] {
  const { customer, totals } = content;
  return [
    id,
    reference ?? null,
    state,
    placedAt,
    customer.id,
    customer.email,
    totals.paid,
    JSON.stringify(content satisfies OrderContent),
  ];
}

export function orderFromRow(row: OrderRow, lines: readonly LineRow[]): Order {
  const content: OrderContent = JSON.parse(row.content);
  return {
    id: row.id,
    ...(row.reference !== null && { reference: row.reference }),
    state: row.state,
    placedAt: row.placed_at,
    ...content,
    lines: lines.map(lineFromRow),
  };
}

/** In the order of the columns of order_line, from `reference` on. */
export const lineValues = (line: OrderLine): SqlValue[] => [
  line.reference,
  line.quantity,
  line.name,
  line.netUnitPrice,
  line.taxRate,
  line.ecotax ?? null,
  line.axis1 ?? null,
  line.axis2 ?? null,
];

const lineFromRow = (row: LineRow): OrderLine => ({
  reference: row.reference,
  quantity: row.quantity,
  name: row.name,
  netUnitPrice: row.net_unit_price,
  taxRate: row.tax_rate,
  ...(row.ecotax !== null && { ecotax: row.ecotax }),
  ...(row.axis1 !== null && { axis1: row.axis1 }),
  ...(row.axis2 !== null && { axis2: row.axis2 }),
});

export interface TrackingRow {
  readonly order_key: number;
  readonly tracking_number: string;
}

export interface PastRows {
  readonly lines: readonly LineRow[];
  readonly history: readonly StateChangeRow[];
  readonly tracking: readonly TrackingRow[];
}

export function recordFromRows(row: OrderRow, { lines, history, tracking }: PastRows): OrderRecord {
  const past: OrderPast = {
    history: history.map(({ state, changed_at, changed_by }) => ({ state, at: changed_at, by: changed_by })),
    trackingNumbers: tracking.map(({ tracking_number }) => tracking_number),
    ...(row.read_at !== null && { readAt: row.read_at }),
    ...(row.read_by !== null && { readBy: row.read_by }),
    ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }),
  };
  return { ...orderFromRow(row, lines), ...past };
}
