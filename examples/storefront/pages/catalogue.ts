import { type Html, html } from '../html.ts';
import type { Answer } from '../http.ts';
import type { Category, Product, QuoteLine } from '../shop-api.ts';
import type { Visit } from '../visit.ts';
import { layout, messagePage } from './layout.ts';
import { hasStock, imageOf, isSold, priceOf, pricesOf, stockOf } from './prices.ts';

const PER_PAGE = 24;

/** `/`: all articles, those of a category, or those that are searched for. */
export async function cataloguePage(visit: Visit): Promise<Answer> {
  const { api, query, say, buyer } = visit;
  const [id = '', search = '', cursor = ''] = ['category', 'search', 'cursor'].map(
    (name) => query.get(name) ?? '',
  );
  const category = id ? await api.category(id) : undefined;
  if (id && !category) return messagePage(visit, say('notFound'), 404);
  const [{ items: categories }, { items, next }] = await Promise.all([
    api.categories(category?.id),
    api.products({
      ...(id && { category: id }),
      ...(search && { search }),
      ...(cursor && { cursor }),
      limit: PER_PAGE,
    }),
  ]);
  // One of which the ERP has never said whether it is active is shown.
  const products = items.filter(({ active }) => active !== false);
  const prices = await pricesOf(visit, products);
  const group = buyer?.customer?.priceCategory;
  return layout(visit, {
    title: category?.path.join(' › ') ?? (search || say('catalogue')),
    main: html`${group && html`<p class="quiet">${say('yourPrices', { group })}</p>`}
<nav class="categories">
  ${category && html`<a href="/">${say('all')}</a>`}
  ${categories.map(categoryLink)}
</nav>
${products.length === 0 && html`<p>${say('nothingFound')}</p>`}
<ul class="articles">
${products.map((product) => card(visit, product, prices.get(product.reference)))}
</ul>
${next && html`<p><a rel="next" href="?${withCursor(query, next)}">${say('next')}</a></p>`}`,
  });
}

const categoryLink = ({ id, name }: Category): Html => html`<a href="/?category=${id}">${name}</a>\n`;

const card = (visit: Visit, product: Product, price: QuoteLine | undefined): Html => html`<li>
  <a href="/products/${encodeURIComponent(product.reference)}">${imageOf(product, 240)}${product.name ?? product.reference}</a><br>
  ${priceOf(visit, price)}<br>
  <span class="quiet">${availability(visit, product)}</span>
</li>
`;

/** Of an article with variants, its own stock says nothing, and a list does not tell which these are. */
const availability = (visit: Visit, product: Product): string | false =>
  (hasStock(product) || !isSold(product)) && stockOf(visit, product);

export function withCursor(query: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(query);
  next.set('cursor', cursor);
  return next.toString();
}
