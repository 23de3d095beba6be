import { child, childrenNamed, LEAVES, shape } from '../xml/element.ts';
import { escapeText } from '../xml/writer.ts';
import type { ListCodec } from './codec.ts';
import { elementFields, requestFields } from './fields.ts';
import { flatRequest } from './flat-request.ts';
import { createListCodec } from './list.ts';
import { concluded, startReading } from './reading.ts';
import { requiredCode } from './required.ts';
import { formatSlice, readSlice, type SliceRequest } from './slice.ts';

/** `id` is the shop's, `reference` the ERP's article code. */
export interface ReferenceItem {
  readonly id: string;
  readonly reference: string;
}

/** The two lists of what the shop has: `products_list/product` and `options_list/option` (seed §5, §6). */
export function createReferencesListCodec(
  resource: 'products_list' | 'options_list',
  item: 'product' | 'option',
): ListCodec<SliceRequest, ReferenceItem> {
  return createListCodec<SliceRequest, ReferenceItem>({
    resource,
    requestShape: LEAVES,
    replyShape: shape({}, { others: shape({ [resource]: shape({ [item]: LEAVES }) }) }),
    layout: () => ({ wrapper: resource, item }),
    encodeRequest: (slice) => flatRequest({ limit: formatSlice(slice) }),
    decodeRequest(request, options) {
      const reading = startReading(resource, options);
      return concluded(reading, readSlice(requestFields(request), reading));
    },
    encodeItem: ({ id, reference }) =>
      `<id>${escapeText(id)}</id><reference>${escapeText(reference)}</reference>`,
    decodeItem(element, options) {
      const reading = startReading(item, options, element.line);
      const fields = elementFields(element);
      const id = requiredCode(fields, ['id'], reading);
      return concluded(reading, { id, reference: fields.take('reference')?.text.trim() ?? '' });
    },
    itemsOf(root) {
      const list = child(root, resource);
      return list ? childrenNamed(list, item) : [];
    },
  });
}
