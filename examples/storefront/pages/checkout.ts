import { randomUUID } from 'node:crypto';
import { ApiError } from 'passerelle/client';
import {
  ADDRESS_FIELDS,
  type Address,
  type AddressField,
  addressFrom,
  addressOnRecord,
  COUNTRIES,
  countryName,
  isRequired,
  missingIn,
} from '../address.ts';
import { type PricedBasket, priceBasket } from '../basket.ts';
import { type Html, html } from '../html.ts';
import { type Answer, redirect } from '../http.ts';
import { newOrder } from '../new-order.ts';
import type { Visit } from '../visit.ts';
import { formatMoney } from '../words.ts';
import { linesTable } from './basket.ts';
import { layout } from './layout.ts';

export async function checkoutPage(visit: Visit): Promise<Answer> {
  const basket = await priceBasket(visit);
  if (basket.obstacle) return redirect('/basket');
  return checkout(visit, basket, { address: addressOnRecord(visit), key: randomUUID() });
}

/**
 * Places the order. The form carries the order's key, so that a form that is sent twice makes one order; and the total that
 * was shown, so that nobody orders at a price that was not seen.
 */
export async function placeOrder(visit: Visit): Promise<Answer> {
  const { api, say, form, buyer } = visit;
  const basket = await priceBasket(visit);
  if (basket.obstacle) return redirect('/basket');
  const address = addressFrom(form);
  const email = buyer?.email ?? (form.get('email') ?? '').trim();
  const filled = { address, email, key: form.get('key') ?? '' };
  const again = (note: string): Answer => checkout(visit, basket, { ...filled, note, status: 422 });
  const missing = [...(email.includes('@') ? [] : ['email' as const]), ...missingIn(address)];
  if (missing.length > 0)
    return again(say('missing', { fields: missing.map((word) => say(word)).join(', ') }));
  if (form.get('total') !== basket.quote.grossTotal) return again(say('totalChanged'));
  try {
    const { id } = await api.placeOrder(filled.key, newOrder(visit, basket, { address, email }));
    return redirect('/thanks', { ...visit.session, basket: [], ordered: id });
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return again(error.message);
    throw error;
  }
}

export async function thanksPage(visit: Visit): Promise<Answer> {
  const { say, session, buyer } = visit;
  const { ordered: id } = session;
  if (id === undefined) return redirect('/');
  return layout(visit, {
    title: say('thanks', { id }),
    main: html`${buyer && html`<p><a href="/orders/${encodeURIComponent(id)}">${say('order', { id })}</a></p>`}`,
  });
}

interface Filled {
  readonly address: Partial<Address>;
  readonly email?: string;
  readonly key: string;
  readonly note?: string;
  readonly status?: number;
}

function checkout(visit: Visit, basket: PricedBasket, filled: Filled): Answer {
  const { say, language, buyer } = visit;
  const { address, email = '', key, note, status } = filled;
  const total = basket.quote.grossTotal ?? '';
  return layout(visit, {
    title: say('checkout'),
    ...(status && { status }),
    main: html`${note && html`<p class="note" role="alert">${note}</p>`}
${linesTable(visit, basket, (_, { price }) => html`× ${price.quantity}`)}
<form class="address" method="post" action="/checkout">
  <input type="hidden" name="key" value="${key}">
  <input type="hidden" name="total" value="${total}">
  <h2>${say('deliveryAddress')}</h2>
  ${!buyer && html`<label>${say('email')} <input type="email" name="email" value="${email}" autocomplete="email" required></label>`}
  ${addressInputs(visit, address)}
  <p>${say('payment')}</p>
  <button>${say('placeOrder', { total: formatMoney(language, total) })}</button>
</form>`,
  });
}

const isField = (name: string): name is AddressField => Object.hasOwn(ADDRESS_FIELDS, name);

const addressInputs = (visit: Visit, address: Partial<Address>): readonly Html[] =>
  Object.keys(ADDRESS_FIELDS)
    .filter(isField)
    .map((field) => html`<label>${visit.say(field)} ${input(visit, field, address[field] ?? '')}</label>`);

const input = (visit: Visit, field: AddressField, value: string): Html =>
  field === 'country'
    ? html`<select name="country" autocomplete="country">${COUNTRIES.map((code) => countryOption(visit, code, value))}</select>`
    : html`<input name="${field}" value="${value}" autocomplete="${ADDRESS_FIELDS[field]}" maxlength="200"${isRequired(field) ? html` required` : ''}>`;

const countryOption = ({ language }: Visit, code: string, chosen: string): Html =>
  html`<option value="${code}"${code === chosen ? html` selected` : ''}>${countryName(language, code)}</option>`;
