interface Head<Item> {
  readonly pages: AsyncIterator<readonly Item[]>;
  page: readonly Item[];
  at: number;
}

/** Merges lists that are sorted each, page by page. A list without items costs no more than the first look. */
export async function* mergeSorted<Item>(
  lists: readonly AsyncIterable<readonly Item[]>[],
  isBefore: (a: Item, b: Item) => boolean,
): AsyncGenerator<readonly Item[]> {
  const heads = await openAll(lists);
  while (heads.length > 1) {
    const { batch, emptied } = takeUntilEmptied(heads, isBefore);
    yield batch;
    if (!(await turnPage(emptied))) heads.splice(heads.indexOf(emptied), 1);
  }
  for (const last of heads) {
    do yield last.page.slice(last.at);
    while (await turnPage(last));
  }
}

async function openAll<Item>(lists: readonly AsyncIterable<readonly Item[]>[]): Promise<Head<Item>[]> {
  const heads: Head<Item>[] = [];
  for (const list of lists) {
    const head: Head<Item> = { pages: list[Symbol.asyncIterator](), page: [], at: 0 };
    if (await turnPage(head)) heads.push(head);
  }
  return heads;
}

/** False at the list's end. */
async function turnPage<Item>(head: Head<Item>): Promise<boolean> {
  for (;;) {
    const next = await head.pages.next();
    if (next.done) return false;
    head.page = next.value;
    head.at = 0;
    if (next.value.length > 0) return true;
  }
}

/** Items in order until one of the pages is used up. */
function takeUntilEmptied<Item>(
  heads: readonly Head<Item>[],
  isBefore: (a: Item, b: Item) => boolean,
): { readonly batch: readonly Item[]; readonly emptied: Head<Item> } {
  const batch: Item[] = [];
  for (;;) {
    const { head, item } = earliest(heads, isBefore);
    batch.push(item);
    head.at += 1;
    if (head.at === head.page.length) return { batch, emptied: head };
  }
}

function earliest<Item>(
  heads: readonly Head<Item>[],
  isBefore: (a: Item, b: Item) => boolean,
): { readonly head: Head<Item>; readonly item: Item } {
  let found: { readonly head: Head<Item>; readonly item: Item } | undefined;
  for (const head of heads) {
    const item = head.page[head.at];
    if (item !== undefined && (!found || isBefore(item, found.item))) found = { head, item };
  }
  if (!found) throw new Error('each head stands on an item');
  return found;
}
