import { profileOf } from '../profiles.ts';
import { childrenNamed, LEAVES, shape, type XmlElement } from '../xml/element.ts';
import { escapeText } from '../xml/writer.ts';
import type { WireOptions } from './codec.ts';
import { elementFields, requestFields } from './fields.ts';
import { flatRequest } from './flat-request.ts';
import { createListCodec } from './list.ts';
import { concluded, startReading } from './reading.ts';
import { requiredCode } from './required.ts';

/** With `states`: every order in them, exported or not. Without: those that are importable. */
export interface OrdersListRequest {
  readonly states?: readonly string[];
}

export interface OrderItem {
  readonly id: string;
  readonly state: string;
}

/** Seed §10. A profile may ask for the flat list: an `orders_list` element an order. */
export const ordersListCodec = createListCodec<OrdersListRequest, OrderItem>({
  resource: 'orders_list',
  requestShape: LEAVES,
  replyShape: shape({}, { others: shape({ orders_list: shape({ order: LEAVES }) }) }),
  layout: (options) =>
    profileOf(options).flatOrdersList ? { item: 'orders_list' } : { wrapper: 'orders_list', item: 'order' },
  encodeRequest: ({ states }) => flatRequest({ filter: states?.join(',') }),
  decodeRequest(request, options) {
    const filter = requestFields(request).take('filter')?.text ?? '';
    const states = filter.split(',').flatMap((state) => state.trim() || []);
    return concluded(startReading('order', options), states.length > 0 ? { states } : {});
  },
  encodeItem: ({ id, state }) =>
    `<id>${escapeText(id)}</id><current_state>${escapeText(state)}</current_state>`,
  decodeItem: decodeOrderItem,
  itemsOf: (root) =>
    childrenNamed(root, 'orders_list').flatMap((list) =>
      list.children.some(({ name }) => name === 'id') ? [list] : childrenNamed(list, 'order'),
    ),
});

function decodeOrderItem(element: XmlElement, options: WireOptions) {
  const reading = startReading('order', options, element.line);
  const fields = elementFields(element);
  const id = requiredCode(fields, ['id'], reading);
  return concluded(reading, { id, state: fields.take('current_state')?.text.trim() ?? '' });
}
