import { defined } from '../../domain/optional.ts';
import type { Order, OrderLine } from '../../domain/order.ts';
import type { Rules } from './rules.ts';

/** An order with what this edition and this ERP take over of it. */
export function orderForErp(order: Order, { profile, edition }: Rules): Order {
  const { currency, documentType, ...rest } = order;
  return {
    ...rest,
    ...(edition.orderCurrencyAndType && defined({ currency, documentType })),
    lines: profile.orderGammes ? order.lines : order.lines.map(withoutAxes),
  };
}

function withoutAxes(line: OrderLine): OrderLine {
  const { axis1: _, axis2: __, ...rest } = line;
  return rest;
}
