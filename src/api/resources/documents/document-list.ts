import { z } from 'zod';
import { DOCUMENT_ORDERS, type DocumentOrder, type DocumentQuery } from '../../../shop/document-archive.ts';
import type { Reply } from '../../http/reply.ts';
import { pageQueryFrom, pageReply } from '../../lists/page.ts';
import { fieldsQuery, PAGE_QUERY, sortQuery } from '../../lists/queries.ts';
import { sortFrom } from '../../lists/sort.ts';
import type { Call } from '../../route.ts';
import { document } from '../../schemas/document.ts';
import { partOf } from '../part-of.ts';
import { type DocumentContent, documentContent } from './document-content.ts';

const ORDERS = ['number', 'date', 'updatedAt'] as const satisfies readonly DocumentOrder[];

/** The parameters of every list of documents. */
export const DOCUMENT_LIST_QUERY = {
  ...PAGE_QUERY,
  sort: sortQuery(ORDERS).default('-date'),
  fields: fieldsQuery(document),
};

const listQuery = z.object(DOCUMENT_LIST_QUERY);

type Filters = Omit<DocumentQuery, 'order' | 'isDescending' | 'after' | 'limit'>;

/** A page of the documents that the filters leave. */
export async function documentListReply(
  call: Pick<Call<unknown, z.output<typeof listQuery>, unknown, unknown>, 'query' | 'parts' | 'url'>,
  filters: Filters,
): Promise<Reply<{ items: DocumentContent[]; next?: string }>> {
  const { query, parts, url } = call;
  const sort = sortFrom(DOCUMENT_ORDERS, query.sort);
  const pages = { list: `documents ${query.sort}`, kinds: DOCUMENT_ORDERS[sort.order] };
  const { items, next } = await partOf(parts.documentArchive, 'reading_unsupported').documentPage({
    ...filters,
    ...sort,
    ...pageQueryFrom(query, pages),
  });
  return pageReply({ url }, pages, { items: items.map(documentContent), next });
}
