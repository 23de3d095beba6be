import type { Findings } from '../../shop/findings.ts';
import type { Listing } from '../../shop/shop.ts';
import type { Moment, Moments } from './moments.ts';
import type { RecordStream } from './record-stream.ts';

/** A list without what its hooks leave out, which its `leftOut` tells. */
export function transformedList<Name extends Moment>(
  batches: Listing<Moments[Name]>,
  stream: RecordStream<Name>,
): Listing<Moments[Name]> {
  async function* pass(): AsyncGenerator<readonly Moments[Name][]> {
    for await (const batch of batches) yield await stream.pass(batch);
  }
  const passed = pass();
  return {
    [Symbol.asyncIterator]: () => passed,
    get leftOut() {
      return together([stream.refused, stream.dropped, batches.leftOut]);
    },
  };
}

const together = (all: readonly (Findings | undefined)[]): Findings => ({
  count: all.reduce((sum, findings) => sum + (findings?.count ?? 0), 0),
  kept: all.flatMap((findings) => findings?.kept ?? []),
});

export function mappedList<Item>(listing: Listing<Item>, change: (item: Item) => Item): Listing<Item> {
  async function* mapped(): AsyncGenerator<readonly Item[]> {
    for await (const batch of listing) yield batch.map(change);
  }
  const items = mapped();
  return {
    [Symbol.asyncIterator]: () => items,
    get leftOut() {
      return listing.leftOut;
    },
  };
}
