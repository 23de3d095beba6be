import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { ApiError } from 'passerelle/client';
import { html } from './html.ts';
import { type Answer, file, isOwnForm, page, readForm, SECURITY } from './http.ts';
import { createLinks } from './links.ts';
import { basketPage, changeBasket } from './pages/basket.ts';
import { cataloguePage } from './pages/catalogue.ts';
import { checkoutPage, placeOrder, thanksPage } from './pages/checkout.ts';
import { documentFile, documentsPage } from './pages/documents.ts';
import { messagePage } from './pages/layout.ts';
import { orderPage, ordersPage } from './pages/orders.ts';
import { productPage } from './pages/product.ts';
import { linkPage, sendLink, signInPage, signOut, useLink } from './pages/sign-in.ts';
import { createSessions } from './session.ts';
import type { Settings } from './settings.ts';
import { createShopApi } from './shop-api.ts';
import { findBuyer, type Visit } from './visit.ts';
import { languageFrom, sayIn } from './words.ts';

type Page = (visit: Visit) => Promise<Answer>;

const STYLE = readFileSync(new URL('style.css', import.meta.url));
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 3h6v4H1zM2 3a2 2 0 0 1 4 0" fill="#14539a"/></svg>';

/** Every page, by method and path; `*` stands for what the page gets as its `id`. */
function pagesOf(url: string): Readonly<Record<string, Page>> {
  const signIn = { links: createLinks(), url };
  return {
    'GET /': cataloguePage,
    'GET /products/*': productPage,
    'GET /images/*': imageFile,
    'GET /basket': basketPage,
    'POST /basket': changeBasket,
    'GET /checkout': checkoutPage,
    'POST /checkout': placeOrder,
    'GET /thanks': thanksPage,
    'GET /orders': ordersPage,
    'GET /orders/*': orderPage,
    'GET /documents': documentsPage,
    'GET /documents/*': documentFile,
    'GET /sign-in': signInPage,
    'POST /sign-in': (visit) => sendLink(visit, signIn),
    'GET /sign-in/*': (visit) => linkPage(visit, signIn),
    'POST /sign-in/*': (visit) => useLink(visit, signIn),
    'POST /sign-out': signOut,
    'GET /style.css': async () => file('text/css; charset=utf-8', STYLE),
    'GET /icon.svg': async () => file('image/svg+xml', ICON),
  };
}

/** Images come from the API, which asks for a token that browsers do not have. */
async function imageFile(visit: Visit): Promise<Answer> {
  const image = await visit.api.image(visit.id, Number(visit.query.get('width') ?? 480));
  if (!image) return messagePage(visit, visit.say('notFound'), 404);
  return file(image.type, await image.bytes());
}

/** The shop, as a listener of `node:http`. */
export function createStorefront(settings: Settings, shopName: string): RequestListener {
  const { secret, url } = settings;
  const sessions = createSessions({ secret, isSecure: url.startsWith('https:') });
  const pages = pagesOf(url);

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = URL.parse(request.url ?? '/', url) ?? new URL(url);
    const [name = '', id] = pathname.slice(1).split('/', 2);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found = pages[`${method} /${name}${id === undefined ? '' : '/*'}`];
    const language = languageFrom(request.headers['accept-language'], settings.language);
    const visit: Visit = {
      shopName,
      api: createShopApi(settings, language),
      language,
      say: sayIn(language),
      session: sessions.read(request.headers.cookie),
      buyer: undefined,
      id: decoded(id ?? ''),
      query: searchParams,
      form: new URLSearchParams(),
    };
    if (!found) return messagePage(visit, visit.say('notFound'), 404);
    return visited(found, visit, request);
  };

  return async (request, response) => {
    try {
      send(response, await answer(request));
    } catch (error) {
      console.error(error);
      const language = languageFrom(request.headers['accept-language'], settings.language);
      send(
        response,
        page(html`<!doctype html><title>${shopName}</title><p>${sayIn(language)('notNow')}</p>`, 503),
      );
    }
  };

  function send(response: ServerResponse, { status, headers, body, session }: Answer): void {
    const cookie = session && { 'set-cookie': sessions.write(session) };
    response.writeHead(status, { ...SECURITY, ...headers, ...cookie });
    if (!(body instanceof ReadableStream)) return void response.end(body);
    // Who breaks off, on either side, ends the other.
    pipeline(Readable.fromWeb(body as NodeStream), response, () => {});
  }
}

/** A page with all that it needs: the form, if one was sent, and who is signed in. */
async function visited(found: Page, visit: Visit, request: IncomingMessage): Promise<Answer> {
  const { say, session, api } = visit;
  if (request.method === 'POST' && !isOwnForm(request)) return messagePage(visit, say('foreignForm'), 403);
  const form = request.method === 'POST' ? await readForm(request) : visit.form;
  if (!form) return messagePage(visit, say('tooLong'), 413);
  try {
    const { email } = session;
    const buyer = email === undefined ? undefined : await findBuyer(api, email);
    return await found({ ...visit, form, buyer });
  } catch (error) {
    // What a visitor may have caused, such as an address bar that was edited; the rest is the shop's own trouble.
    if (error instanceof ApiError && error.status === 422) return messagePage(visit, error.message, 400);
    throw error;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
