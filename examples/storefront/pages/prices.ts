import { type Html, html } from '../html.ts';
import type { Product, QuoteLine } from '../shop-api.ts';
import { isProfessional, type Visit } from '../visit.ts';
import { formatMoney } from '../words.ts';

/** Of one unit: professionals see the price without tax first, others the price with tax alone. */
export function priceOf(visit: Visit, line: QuoteLine | undefined): Html {
  const { say, language } = visit;
  const { netPrice, grossPrice, basePrice } = line ?? {};
  if (netPrice === undefined || grossPrice === undefined)
    return html`<span class="price">${say('noPrice')}</span>`;
  const net = `${formatMoney(language, netPrice)} ${say('net')}`;
  const gross = `${formatMoney(language, grossPrice)} ${say('gross')}`;
  if (!isProfessional(visit)) return html`<span class="price">${gross}</span>`;
  const before =
    basePrice === undefined ? '' : ` ${say('insteadOf')} ${formatMoney(language, basePrice)} ${say('net')}`;
  return html`<span class="price">${net}</span> <span class="quiet">${gross}${before}</span>`;
}

export const isSold = ({ active, available }: Product): boolean => active !== false && available !== false;

export const hasStock = ({ stock }: Product): boolean => Number(stock ?? 0) > 0;

export function stockOf({ say }: Visit, product: Product): string {
  if (!isSold(product)) return say('notSold');
  return say(hasStock(product) ? 'inStock' : 'onOrder');
}

/** The prices of one unit each, by reference. */
export async function pricesOf(
  { api, buyer }: Visit,
  products: readonly Product[],
): Promise<ReadonlyMap<string, QuoteLine>> {
  const wanted = products.map(({ reference }) => ({ reference, quantity: '1' }));
  const { lines } = await api.quote(buyer?.customer?.code, wanted);
  return new Map(lines.map((line) => [line.reference, line]));
}

export const imageOf = ({ image, name = '' }: Product, width: number): Html =>
  image ? html`<img src="/images/${image.sha256}?width=${width}" width="${width}" alt="${name}">` : html``;
