import { type Html, html } from '../html.ts';
import { type Answer, redirect } from '../http.ts';
import type { SalesDocument } from '../shop-api.ts';
import { type Visit, whose } from '../visit.ts';
import { withCursor } from './catalogue.ts';
import { layout, messagePage } from './layout.ts';

export async function documentsPage(visit: Visit): Promise<Answer> {
  const { api, buyer, say, query } = visit;
  if (!buyer) return redirect('/sign-in');
  const cursor = query.get('cursor');
  const { items, next } = await api.documents({ ...whose(buyer), ...(cursor && { cursor }) });
  const row = ({ number, type, date, file }: SalesDocument): Html => html`<tr>
  <td>${file ? html`<a href="/documents/${encodeURIComponent(number)}">${number}</a>` : number}</td>
  <td>${say(type === 'order' ? 'order_document' : type)}</td><td>${date.slice(0, 10)}</td>
</tr>`;
  return layout(visit, {
    title: say('documents'),
    main: html`${items.length === 0 && html`<p>${say('noDocuments')}</p>`}
<table><tbody>${items.map(row)}</tbody></table>
${next && html`<p><a rel="next" href="?${withCursor(query, next)}">${say('olderDocuments')}</a></p>`}`,
  });
}

const PASSED_ON = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-security-policy',
] as const;

/** The file of a document that is in the visitor's own list, as the API sends it. */
export async function documentFile(visit: Visit): Promise<Answer> {
  const { api, buyer, say, id } = visit;
  if (!buyer) return redirect('/sign-in');
  const { items } = await api.documents({ ...whose(buyer), number: id });
  const reply = items.length === 0 ? undefined : await api.documentFile(id);
  if (!reply?.body) return messagePage(visit, say('notFound'), 404);
  const headers = PASSED_ON.map((name) => [name, reply.headers.get(name)] as const);
  return {
    status: 200,
    headers: {
      ...Object.fromEntries(
        headers.filter((entry): entry is [(typeof entry)[0], string] => entry[1] !== null),
      ),
      'cache-control': 'private, no-store',
    },
    body: reply.body,
  };
}
