import type { Load } from './load.ts';
import { createProductMessage, isUpdated, referenceOf, VERSIONS } from './product-message.ts';

export interface ProductLoad {
  /** Products that are named, one after another. */
  readonly products: number;
  /** Index of the first one. */
  readonly from?: number;
  /** Whether each message says something new. */
  readonly changing: boolean;
}

/** A prime: successive messages name products far apart, and all of them in turn. */
const STEP = 611_953;

/** update_product messages, one after another over all clients. */
export function productLoad({
  products,
  from = 0,
  changing,
}: ProductLoad): Pick<Load, 'messages' | 'accepts'> {
  let count = 0;
  return {
    messages() {
      const message = createProductMessage();
      return () => {
        count += 1;
        const reference = referenceOf(from + ((count * STEP) % products));
        return message({ reference, version: changing ? count % VERSIONS : 0 });
      };
    },
    accepts: isUpdated,
  };
}
