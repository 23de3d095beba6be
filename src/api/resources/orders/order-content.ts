import type { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import type { OrderLine, OrderPast, OrderRecord } from '../../../domain/order.ts';
import { taxesBehind } from '../../../domain/order-sums.ts';
import { lineSums } from '../../../domain/order-totals.ts';
import type { order } from '../../schemas/order.ts';

export type OrderContent = z.input<typeof order>;

/** An order as a reply has it. */
export function orderContent(record: OrderRecord, documents?: readonly string[]): OrderContent {
  const { readAt: _, readBy: __, confirmedAt: ___, lines, history, trackingNumbers, ...rest } = record;
  const taxes = taxesBehind(record);
  return defined({
    ...rest,
    taxes: taxes && [...taxes],
    lines: lines.map(lineContent),
    history: [...history],
    handOver: handOver(record),
    trackingNumbers: [...trackingNumbers],
    documents: documents && [...documents],
  });
}

export function lineContent(line: OrderLine): OrderContent['lines'][number] {
  const { net, gross } = lineSums(line);
  return { ...line, netTotal: net, grossTotal: gross };
}

type Status = OrderContent['handOver']['status'];

function statusOf({ readAt, confirmedAt }: Pick<OrderPast, 'readAt' | 'confirmedAt'>): Status {
  if (confirmedAt !== undefined) return 'confirmed';
  return readAt === undefined ? 'open' : 'read';
}

function handOver(past: OrderPast): OrderContent['handOver'] {
  const { readAt, readBy, confirmedAt } = past;
  return defined({
    status: statusOf(past),
    readAt,
    exchange: readBy,
    confirmedAt,
  });
}
