import type { Method } from '../api/route.ts';
import { errorFrom } from './api-error.ts';
import { jsonLines } from './json-lines.ts';
import type { BarePathOf, ItemOf, ListPath, PathOf, ReplyOf, RequestOf } from './types.ts';

export interface ClientOptions {
  /** Of the server: `https://shop.example`. */
  readonly url: string;
  /** Absent: `fetch` says itself who calls, as a page does by its cookie. */
  readonly token?: string;
  /** `Accept-Language` of every call: of texts and of errors. */
  readonly language?: string;
  /** In place of the global one. */
  readonly fetch?: typeof fetch;
}

/** What every call may be given besides. */
interface Common {
  readonly signal?: AbortSignal;
}

/** The names in `fields` are told apart, so that the reply has those alone. */
interface WithFields<Field> {
  readonly query?: { readonly fields?: readonly Field[] };
}

interface Send<Verb extends Method> {
  <Path extends BarePathOf<Verb>>(path: Path): Promise<ReplyOf<Verb, Path>>;
  <Path extends PathOf<Verb>, const Field extends string = never>(
    path: Path,
    request: RequestOf<Verb, Path> & WithFields<Field> & Common,
  ): Promise<ReplyOf<Verb, Path, Field>>;
}

/** The JSON API, as its routes say it: paths, parameters, bodies and replies are checked by the compiler. */
export interface Client {
  readonly get: Send<'get'>;
  readonly post: Send<'post'>;
  readonly put: Send<'put'>;
  readonly patch: Send<'patch'>;
  readonly delete: Send<'delete'>;
  /** Every record of a list, page after page. */
  readonly all: All;
}

interface All {
  <Path extends ListPath & BarePathOf<'get'>>(path: Path): AsyncGenerator<ItemOf<Path>>;
  <Path extends ListPath, const Field extends string = never>(
    path: Path,
    request: RequestOf<'get', Path> & WithFields<Field> & Common,
  ): AsyncGenerator<ItemOf<Path, Field>>;
}

/** Calls reject with an ApiError when they are not answered with success, and with what `fetch` throws when not at all. */
export function createClient(options: ClientOptions): Client {
  const send = (method: Method) => (path: string, request?: AnyRequest) =>
    call(options, { method, path, request: request ?? {} });
  async function* all(path: string, request: AnyRequest = {}): AsyncGenerator<unknown> {
    for (let cursor: unknown; ; ) {
      const query = { ...request.query, ...(cursor !== undefined && { cursor }) };
      // A list is answered with a page.
      const page = (await call(options, { method: 'get', path, request: { ...request, query } })) as Page;
      yield* page.items;
      if (page.next === undefined) return;
      cursor = page.next;
    }
  }
  // The types say what the routes say; at run time there are only names and values.
  return {
    get: send('get'),
    post: send('post'),
    put: send('put'),
    patch: send('patch'),
    delete: send('delete'),
    all,
  } as unknown as Client;
}

type Values = Readonly<Record<string, unknown>>;

interface AnyRequest extends Common {
  readonly params?: Values;
  readonly query?: Values;
  readonly headers?: Values;
  readonly body?: unknown;
}

interface AnyCall {
  readonly method: Method;
  readonly path: string;
  readonly request: AnyRequest;
}

interface Page {
  readonly items: readonly unknown[];
  readonly next?: string;
}

const BASE_PATH = '/api/v1';
const NO_CONTENT = 204;

async function call(options: ClientOptions, { method, path, request }: AnyCall): Promise<unknown> {
  const { url, token, language, fetch: send = fetch } = options;
  const { params = {}, query = {}, headers = {}, body, signal } = request;
  const address = `${url.replace(/\/$/, '')}${BASE_PATH}${filled(path, params)}${queryText(query)}`;
  const response = await send(address, {
    method: method.toUpperCase(),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(language !== undefined && { 'accept-language': language }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw await errorFrom(response);
  if (response.status === NO_CONTENT) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/jsonl') && response.body) return jsonLines(response.body);
  return type.startsWith('application/json') ? response.json() : response.blob();
}

/** `/products/{reference}` with what stands for the names in braces. */
const filled = (path: string, params: Values): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

function queryText(query: Values): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name}=${encodeURIComponent(Array.isArray(value) ? value.join(',') : String(value))}`],
  );
  return entries.length === 0 ? '' : `?${entries.join('&')}`;
}
