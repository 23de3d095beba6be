import type { ProductChange } from '../../domain/product.ts';
import type { ProductOperation } from '../../shop/shop.ts';
import type { MessageCodec } from '../../wire/messages/codec.ts';
import type { Handler } from '../handled.ts';
import { accepted, savedOne } from './outcome.ts';

/** The four messages that write a product or a variant. */
export const productHandler =
  (operation: ProductOperation, codec: MessageCodec<ProductChange, undefined>): Handler =>
  async ({ request, served }) => {
    const { value, warnings } = accepted(codec.decodeRequest(request, served.wire));
    const result = await served.shop.saveProduct(value, operation);
    return savedOne(codec.encodeReply(undefined, served.wire), value.reference, { result, warnings });
  };
