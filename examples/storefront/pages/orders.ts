import { countryName } from '../address.ts';
import { type Html, html } from '../html.ts';
import { type Answer, redirect } from '../http.ts';
import type { Order } from '../shop-api.ts';
import { type Buyer, type Visit, whose } from '../visit.ts';
import { formatMoney, formatPercent, stateWord } from '../words.ts';
import { withCursor } from './catalogue.ts';
import { layout, messagePage } from './layout.ts';

export async function ordersPage(visit: Visit): Promise<Answer> {
  const { api, buyer, say, language, query } = visit;
  if (!buyer) return redirect('/sign-in');
  const cursor = query.get('cursor');
  const { items, next } = await api.orders({ ...whose(buyer), ...(cursor && { cursor }) });
  const row = ({ id, placedAt, state, totals }: Order): Html => html`<tr>
  <td><a href="/orders/${encodeURIComponent(id)}">${id}</a></td>
  <td>${placedAt.slice(0, 10)}</td><td>${stateWord(say, state)}</td>
  <td class="amount">${formatMoney(language, totals.paid)}</td>
</tr>`;
  return layout(visit, {
    title: say('orders'),
    main: html`${items.length === 0 && html`<p>${say('noOrders')}</p>`}
<table><tbody>${items.map(row)}</tbody></table>
${next && html`<p><a rel="next" href="?${withCursor(query, next)}">${say('older')}</a></p>`}`,
  });
}

export async function orderPage(visit: Visit): Promise<Answer> {
  const { api, buyer, say, id } = visit;
  if (!buyer) return redirect('/sign-in');
  const order = await api.order(id);
  if (!order || !isOf(buyer, order)) return messagePage(visit, say('notFound'), 404);
  return layout(visit, {
    title: say('order', { id }),
    main: html`<p>${say('state')} <strong class="state">${stateWord(say, order.state)}</strong></p>
${linesOf(visit, order)}
<h2>${say('history')}</h2>
<ul class="history">${order.history.map(
      ({ at, state }) => html`<li>${at.slice(0, 16)} ${stateWord(say, state)}</li>`,
    )}</ul>
${order.trackingNumbers.length > 0 && html`<p>${say('parcels', { numbers: order.trackingNumbers.join(', ') })}</p>`}
<h2>${say('deliveryAddress')}</h2>
<p>${addressLines(visit, order)}</p>`,
  });
}

/** The same as what is asked for in the list. */
const isOf = ({ email, customer }: Buyer, order: Order): boolean =>
  customer ? order.customer.id === customer.id : order.customer.email?.toLowerCase() === email.toLowerCase();

const linesOf = (
  { say, language }: Visit,
  { lines, totals, taxes = [] }: Order,
): Html => html`<table class="stacked">
<tbody>${lines.map(
  (line) => html`<tr><td>${line.name || line.reference}</td><td>× ${line.quantity}</td>
  <td class="amount">${formatMoney(language, line.netTotal)} ${say('net')}</td></tr>`,
)}</tbody></table>
<table class="totals">
<tr><td>${say('total')} ${say('net')}</td><td class="amount">${formatMoney(language, totals.productsExclTax)}</td></tr>
${taxes.map(
  ({ rate, tax }) =>
    html`<tr><td>${say('tax')} ${formatPercent(language, rate)}</td><td class="amount">${formatMoney(language, tax)}</td></tr>`,
)}
<tr><th>${say('total')} ${say('gross')}</th><th class="amount">${formatMoney(language, totals.paid)}</th></tr>
</table>`;

const addressLines = ({ language }: Visit, { delivery }: Order): readonly Html[] => {
  const { company, firstName, lastName, address1, address2, postcode, city, country } = delivery;
  return [
    company,
    `${firstName} ${lastName}`,
    address1,
    address2,
    `${postcode} ${city}`,
    countryName(language, country),
  ]
    .filter((line): line is string => line !== undefined && line.trim() !== '')
    .map((line) => html`${line}<br>`);
};
