import { addLine, type PricedBasket, type PricedLine, priceBasket, setLine } from '../basket.ts';
import { type Html, html } from '../html.ts';
import { type Answer, redirect } from '../http.ts';
import { fitsCookie } from '../session.ts';
import { isProfessional, type Visit } from '../visit.ts';
import { formatMoney, formatPercent } from '../words.ts';
import { layout, messagePage } from './layout.ts';
import { priceOf } from './prices.ts';

const MOST_PIECES = 9999;

export async function basketPage(visit: Visit): Promise<Answer> {
  const { say } = visit;
  const basket = await priceBasket(visit);
  const { lines, obstacle } = basket;
  return layout(visit, {
    title: say('basket'),
    main: html`${lines.length > 0 && linesTable(visit, basket, quantityForm)}
${obstacle ? html`<p class="note">${say(obstacle)}</p>` : html`<p><a class="button" href="/checkout">${say('checkout')}</a></p>`}`,
  });
}

/** A form of a product's page (`add`) or of the basket (`set`, `remove`). */
export async function changeBasket(visit: Visit): Promise<Answer> {
  const { form, session, api, say } = visit;
  const reference = form.get('reference') ?? '';
  const action = form.get('do');
  const quantity = action === 'remove' ? 0 : Number(form.get('quantity'));
  if (
    !Number.isInteger(quantity) ||
    quantity < 0 ||
    quantity > MOST_PIECES ||
    !(await api.product(reference))
  )
    return messagePage(visit, say('notFound'), 400);
  const change = action === 'add' ? addLine : setLine;
  const changed = { ...session, basket: [...change(session.basket, { reference, quantity })] };
  if (!fitsCookie(changed)) return messagePage(visit, say('basketFull'), 400);
  return redirect('/basket', changed);
}

const quantityForm = ({ say }: Visit, { product: { reference }, price }: PricedLine): Html => html`
<form class="inline" method="post" action="/basket">
  <input type="hidden" name="reference" value="${reference}">
  <input type="number" name="quantity" value="${price.quantity}" min="0" max="${MOST_PIECES}" aria-label="${say('quantity')}" required>
  <button name="do" value="set">${say('update')}</button>
  <button class="plain" name="do" value="remove">${say('remove')}</button>
</form>`;

/** The lines with their totals; `quantity` shows or changes how many. */
export function linesTable(
  visit: Visit,
  { lines, quote }: PricedBasket,
  quantity: (visit: Visit, line: PricedLine) => Html,
): Html {
  const { say, language } = visit;
  const money = (amount: string | undefined): string =>
    amount === undefined ? '–' : formatMoney(language, amount);
  const lineTotal = ({ price }: PricedLine): string =>
    money(isProfessional(visit) ? price.netTotal : price.grossTotal);
  return html`<table class="stacked">
<tbody>${lines.map(
    (line) => html`<tr>
  <td><a href="/products/${encodeURIComponent(line.product.parent ?? line.product.reference)}">${line.name}</a>
    ${line.price.remarks.length > 0 && html`<br><span class="note">${say('notSold')}</span>`}</td>
  <td>${priceOf(visit, line.price)}</td>
  <td>${quantity(visit, line)}</td>
  <td class="amount">${lineTotal(line)}</td>
</tr>`,
  )}</tbody>
</table>
<table class="totals">
<tr><td>${say('total')} ${say('net')}</td><td class="amount">${money(quote.netTotal)}</td></tr>
${quote.taxes.map(
  ({ rate, tax }) =>
    html`<tr><td>${say('tax')} ${formatPercent(language, rate)}</td><td class="amount">${money(tax)}</td></tr>`,
)}
<tr><th>${say('total')} ${say('gross')}</th><th class="amount">${money(quote.grossTotal)}</th></tr>
</table>`;
}
