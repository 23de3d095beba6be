import { decodeHTML } from 'entities';
import { type Html, html } from '../html.ts';
import type { Answer } from '../http.ts';
import type { Product, QuoteLine } from '../shop-api.ts';
import type { Visit } from '../visit.ts';
import { layout, messagePage } from './layout.ts';
import { imageOf, isSold, priceOf, pricesOf, stockOf } from './prices.ts';

/** `/products/REFERENCE`: an article, or the one that a variant belongs to. */
export async function productPage(visit: Visit): Promise<Answer> {
  const { api, id, say } = visit;
  const product = await api.product(id);
  if (!product || product.active === false) return messagePage(visit, say('notFound'), 404);
  const { items } = await api.variants(product.reference);
  const variants = items.filter(({ active }) => active !== false);
  const prices = await pricesOf(visit, [product, ...variants]);
  const own = prices.get(product.reference);
  return layout(visit, {
    title: product.name ?? product.reference,
    main: html`<article class="product">
<div>${imageOf(product, 480)}${paragraphs(product.description)}</div>
<div>
  <p class="quiet">${say('reference')} ${product.reference}${product.category && ` · ${product.category.path.join(' › ')}`}</p>
  <p>${priceOf(visit, own)}${variants.length === 0 && html` · ${stockOf(visit, product)}`}</p>
  ${isSold(product) && orderForm(visit, product, choices(visit, variants, prices))}
</div>
</article>`,
  });
}

const orderForm = ({ say }: Visit, { reference }: Product, variants: Html | undefined): Html => html`
<form method="post" action="/basket">
  ${variants ?? html`<input type="hidden" name="reference" value="${reference}">`}
  <label>${say('quantity')} <input type="number" name="quantity" value="1" min="1" max="9999" required></label>
  <button name="do" value="add">${say('add')}</button>
</form>`;

function choices(
  visit: Visit,
  variants: readonly Product[],
  prices: ReadonlyMap<string, QuoteLine>,
): Html | undefined {
  if (variants.length === 0) return undefined;
  const choice = (variant: Product): Html => html`<label>
  <input type="radio" name="reference" value="${variant.reference}" required${isSold(variant) ? '' : html` disabled`}>
  ${variant.axes.map(({ value }) => value).join(', ') || variant.reference} · ${priceOf(visit, prices.get(variant.reference))}
  <span class="quiet">${stockOf(visit, variant)}</span>
</label>`;
  return html`<fieldset><legend>${visit.say('variant')}</legend>${variants.map(choice)}</fieldset>`;
}

/** An ERP's description is HTML that nobody has checked: only its words are shown. */
const paragraphs = (description = ''): readonly Html[] =>
  description
    .replace(/<(script|style)\b[^>]*>.*?<\/\1\b[^>]*>/gis, '')
    .split(/<\/?(?:p|br|div|li|ul|ol|h\d)\b[^>]*>/i)
    .map((text) => decodeHTML(text.replace(/<[^>]*>/g, '')).trim())
    .filter((text) => text !== '')
    .map((text) => html`<p>${text}</p>`);
