import type { Slice } from '../../domain/slice.ts';

interface Listed {
  readonly id: string;
  readonly reference: string;
}

/** Asks for one slice; without `count` for everything. */
type Ask = (slice: Slice) => Promise<readonly Listed[]>;

/**
 * A long list in pages. Shops differ in how they take `limit`, and the protocol cannot ask: some answer everything
 * each time, some give less than what was asked for at once, some heed the count alone, some have no stable order.
 * Each item comes once, and asking ends when nothing new comes. Shops that heed `limit` pay nothing for this, but for
 * one more call where the whole list is shorter than a page.
 */
export async function* readPages(
  ask: Ask,
  { start, count = Number.POSITIVE_INFINITY }: Slice,
  pageSize: number,
): AsyncGenerator<readonly Listed[]> {
  const seen = new Set<string>();
  let longest = 0;
  let position = start;
  let left = count;
  while (left > 0) {
    const wanted = Math.min(pageSize, left);
    const page = await ask({ start: position, count: wanted });
    // More than was asked for can only be everything.
    const isAll = page.length > wanted && position === start;
    const fresh = unseen(isAll ? page.slice(start) : page, seen).slice(0, left);
    if (fresh.length > 0) yield fresh;
    else if (page.length === wanted && seen.size > 0)
      yield unseen((await ask({ start: 0 })).slice(start), seen).slice(0, left);
    if (fresh.length === 0 || isAll || page.length < Math.min(wanted, longest)) return;
    longest = Math.max(longest, page.length);
    position += page.length;
    left -= fresh.length;
  }
}

/** Those that did not come before; from now on they did. */
function unseen(page: readonly Listed[], seen: Set<string>): readonly Listed[] {
  return page.filter(({ id, reference }) => {
    const key = `${id}\n${reference}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
