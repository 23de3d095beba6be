import { type Html, html } from '../html.ts';
import { type Answer, page } from '../http.ts';
import type { Visit } from '../visit.ts';

export interface Content {
  readonly title: string;
  readonly main: Html;
  readonly status?: number;
}

/** A whole page around its content. */
export function layout(visit: Visit, { title, main, status = 200 }: Content): Answer {
  const { say, shopName, language, session, query } = visit;
  const pieces = session.basket.reduce((sum, { quantity }) => sum + quantity, 0);
  return page(
    html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${shopName}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg">
<header>
  <a class="name" href="/">${shopName}</a>
  <form class="inline" action="/" role="search">
    <input type="search" name="search" aria-label="${say('search')}" value="${query.get('search') ?? ''}" maxlength="200">
    <button>${say('search')}</button>
  </form>
  <a href="/basket">${say('basket')} (${pieces})</a>
  ${account(visit)}
</header>
<main>
<h1>${title}</h1>
${main}
</main>
</html>
`,
    status,
  );
}

const account = ({ say, buyer }: Visit): Html =>
  buyer
    ? html`<a href="/orders">${say('orders')}</a>
  <a href="/documents">${say('documents')}</a>
  <span class="quiet">${buyer.customer?.company ?? buyer.email}</span>
  <form class="inline" method="post" action="/sign-out"><button class="plain">${say('signOut')}</button></form>`
    : html`<a href="/sign-in">${say('signIn')}</a>`;

/** A page that only says something. */
export const messagePage = (visit: Visit, text: string, status: number): Answer =>
  layout(visit, { title: text, main: html`<p><a href="/">${visit.say('catalogue')}</a></p>`, status });
