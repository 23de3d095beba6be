import { z } from 'zod';
import { defined } from '../../domain/optional.ts';
import type { Page, PageQuery } from '../../shop/pages.ts';
import type { Reply } from '../http/reply.ts';
import { formatCursor, type PlaceKinds, parseCursor } from './cursor.ts';

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z
      .string()
      .exactOptional()
      .describe('The cursor of the next page; absent on the last one. `Link` has its whole address.'),
  });

interface PageContent<Item> {
  readonly items: Item[];
  readonly next?: string;
}

/** The list that a page is of: its name and its order, and what places in it are made of. */
export interface ListedPages {
  readonly list: string;
  readonly kinds: PlaceKinds;
}

/** The page that a caller asks for. Throws `cursor_invalid`. */
export const pageQueryFrom = (
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  { list, kinds }: ListedPages,
): PageQuery => ({ limit, ...(cursor !== undefined && { after: parseCursor(list, cursor, kinds) }) });

/** A page as its reply: with the address of the next one, as RFC 8288 wants it. */
export function pageReply<Item>(
  { url, headers }: { readonly url: URL; readonly headers?: Reply<unknown>['headers'] },
  { list }: ListedPages,
  { items, next }: Page<Item>,
): Reply<PageContent<Item>> {
  const cursor = next && formatCursor(list, next);
  const content = defined({ items: [...items], next: cursor });
  if (cursor === undefined) return { content, ...(headers && { headers }) };
  const query = new URLSearchParams(url.search);
  query.set('cursor', cursor);
  return { content, headers: { ...headers, link: `<${url.pathname}?${query}>; rel="next"` } };
}
