import type { ListedOrder, OrderQuery } from '../../../domain/order.ts';
import { profileOf } from '../../profiles.ts';
import { childrenNamed, LEAVES, shape, type XmlElement } from '../../xml/element.ts';
import { escapeText } from '../../xml/writer.ts';
import type { WireOptions } from '../codec.ts';
import { createListCodec } from '../lists/list.ts';
import { elementFields, requestFields } from '../parts/fields.ts';
import { flatRequest } from '../parts/flat-request.ts';
import { concluded, startReading } from '../parts/record-reading.ts';
import { requiredCode } from '../parts/required.ts';

/** Seed §10. A profile may ask for the flat list: an `orders_list` element an order. */
export const ordersListCodec = createListCodec<OrderQuery, ListedOrder>({
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
