import { setImmediate as nextTurn } from 'node:timers/promises';

/** Rows of a list that follow each other. */
export interface Page<Item, Place> {
  readonly items: readonly Item[];
  /** Where the last row stands in the list's order; undefined when there is none: the list is at its end. */
  readonly last: Place | undefined;
}

export const END_OF_LIST: Page<never, never> = { items: [], last: undefined };

export interface PagedList<Item, Place> {
  /** What the list begins behind. */
  readonly from: Place;
  /** The next rows behind `after`; `given` are those that the list has had so far. Each row gives one item. */
  read(after: Place, given: number): Promise<Page<Item, Place>>;
}

/**
 * A list in the order of a key, page by page, whoever writes meanwhile. Between two pages the event loop is everybody's:
 * SQLite answers within a turn, so that a long list would keep it from first row to last.
 */
export async function* readPages<Item, Place>({
  from,
  read,
}: PagedList<Item, Place>): AsyncGenerator<readonly Item[]> {
  let given = 0;
  for (let after = from; ; ) {
    const { items, last } = await read(after, given);
    if (last === undefined) return;
    yield items;
    given += items.length;
    after = last;
    await nextTurn();
  }
}
