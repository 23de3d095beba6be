import type { ListedProduct } from '../../../domain/product.ts';
import type { Slice } from '../../../domain/slice.ts';
import { child, childrenNamed, LEAVES, shape } from '../../xml/element.ts';
import { escapeText } from '../../xml/writer.ts';
import type { ListCodec } from '../codec.ts';
import { elementFields, requestFields } from '../parts/fields.ts';
import { flatRequest } from '../parts/flat-request.ts';
import { concluded, startReading } from '../parts/record-reading.ts';
import { requiredCode } from '../parts/required.ts';
import { createListCodec } from './list.ts';
import { formatSlice, readSlice } from './slice.ts';

interface ProductListSpec {
  readonly resource: 'products_list' | 'options_list';
  readonly item: 'product' | 'option';
  readonly entity: 'product' | 'variant';
}

/** The two lists of what the shop has: `products_list/product` and `options_list/option` (seed §5, §6). */
function createProductListCodec({
  resource,
  item,
  entity,
}: ProductListSpec): ListCodec<Slice, ListedProduct> {
  return createListCodec<Slice, ListedProduct>({
    resource,
    requestShape: LEAVES,
    replyShape: shape({}, { others: shape({ [resource]: shape({ [item]: LEAVES }) }) }),
    layout: () => ({ wrapper: resource, item }),
    encodeRequest: (slice) => flatRequest({ limit: formatSlice(slice) }),
    decodeRequest(request, options) {
      const reading = startReading(entity, options);
      return concluded(reading, readSlice(requestFields(request), reading));
    },
    encodeItem: ({ id, reference }) =>
      `<id>${escapeText(id)}</id><reference>${escapeText(reference)}</reference>`,
    decodeItem(element, options) {
      const reading = startReading(entity, options, element.line);
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

export const productsListCodec = createProductListCodec({
  resource: 'products_list',
  item: 'product',
  entity: 'product',
});

export const optionsListCodec = createProductListCodec({
  resource: 'options_list',
  item: 'option',
  entity: 'variant',
});
