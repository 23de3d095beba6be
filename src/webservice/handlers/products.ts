import type { ProductChange, ProductOperation } from '../../domain/product.ts';
import type { MessageCodec } from '../../wire/messages/codec.ts';
import type { Handler } from '../handler.ts';
import { accepted, savedOne } from './outcome.ts';

/** The four messages that write a product or a variant. */
export const productHandler =
  (operation: ProductOperation, codec: MessageCodec<ProductChange, undefined>): Handler =>
  async ({ request, served, origin }) => {
    const { value, warnings } = accepted(codec.decodeRequest(request, served.wire));
    const result = await served.shop.saveProduct(value, operation, origin);
    return savedOne(codec.encodeReply(undefined, served.wire), value.reference, { result, warnings });
  };
