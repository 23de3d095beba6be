import assert from 'node:assert/strict';
import type { Page, PageQuery } from '../../shop/pages.ts';

/** All pages of a list, one after another; `between` happens between two of them. */
export async function allPages<Item>(
  read: (query: PageQuery) => Promise<Page<Item>>,
  limit: number,
  between: () => Promise<unknown> = async () => {},
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let after: PageQuery['after']; ; ) {
    const page = await read({ limit, ...(after && { after }) });
    assert.ok(page.items.length <= limit);
    items.push(...page.items);
    if (page.next === undefined) return items;
    assert.equal(page.items.length, limit, 'a page that is not the last is full');
    after = page.next;
    await between();
  }
}
