import type { Origin } from '../../domain/origin.ts';
import type { Listing, Shop } from '../../shop/shop.ts';
import type { ListCodec } from '../../wire/messages/codec.ts';
import type { Handler } from '../handler.ts';
import { accepted } from './outcome.ts';

/** A list: nothing but reading. */
export const listHandler =
  <Request, Item>(
    codec: ListCodec<Request, Item>,
    list: (shop: Shop, request: Request, origin: Origin) => Listing<Item>,
  ): Handler =>
  async ({ request, served, origin }) => {
    const { value, warnings } = accepted(codec.decodeRequest(request, served.wire));
    const listing = list(served.shop, value, origin);
    let records = 0;
    async function* counted(): AsyncGenerator<readonly Item[]> {
      for await (const batch of listing) {
        records += batch.length;
        yield batch;
      }
    }
    const reply = await started(codec.encodeReply(counted(), served.wire));
    return {
      reply,
      reference: '',
      warnings,
      outcome: 'success',
      records: () => records,
      leftOut: () => listing.leftOut?.kept ?? [],
    };
  };

/** Waits for the first text, so that a list that fails at once is answered as an error, and a short one with its length. */
async function started(texts: AsyncIterable<string>): Promise<string | AsyncIterable<string>> {
  const rest = texts[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done) return '';
  const second = await rest.next();
  if (second.done) return first.value;
  return (async function* () {
    try {
      yield first.value;
      yield second.value;
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  })();
}
