import { z } from 'zod';
import type { ProblemCode } from '../domain/problem.ts';
import type { ApiScope } from '../shop/api-tokens.ts';
import type { ConsoleRole } from '../shop/console-accounts.ts';
import type { Language } from '../shop/wording.ts';
import type { CallerToken } from './access/caller.ts';
import type { ChangeWatch } from './changes/change-watch.ts';
import type { MadeFile } from './http/made-file.ts';
import type { Reply } from './http/reply.ts';
import type { StreamedFile } from './http/streamed-file.ts';
import type { SizedImages } from './images/types.ts';
import { readInput } from './input/read-input.ts';
import { sparse } from './lists/sparse.ts';
import type { ApiParts, ApiShop, WebhookCalls } from './options.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A call as it came, its caller known. */
interface RawCall {
  readonly shop: ApiShop;
  readonly parts: ApiParts;
  readonly token: CallerToken;
  readonly images: SizedImages;
  readonly changeWatch: ChangeWatch;
  readonly webhookCalls: WebhookCalls;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
  /** From the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  /** Of sentences in the reply. */
  readonly language: Language;
  header(name: string): string | undefined;
  /** The body, read as JSON. Rejects with `json_unreadable`, `body_too_large` or `body_too_slow`. */
  json(): Promise<unknown>;
}

/** A call as a handler sees it: everything in it has been checked. */
export interface Call<Params, Query, Body, Headers> extends Omit<RawCall, 'params' | 'json'> {
  readonly params: Params;
  readonly query: Query;
  readonly headers: Headers;
  readonly body: Body;
}

/** A file may be sent from memory, or while it is read or made. */
type Sent<Content extends z.ZodType> = Content extends z.ZodFile
  ? File | StreamedFile | MadeFile
  : z.input<Content>;

/** What a route says of itself; from it come validation, types, the OpenAPI document and the client. */
export interface RouteSpec<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Content extends z.ZodType,
  Headers extends z.ZodObject,
> {
  readonly method: Method;
  /** Below `/api/v1`, parameters in braces: `/products/{reference}`. */
  readonly path: `/${string}`;
  readonly scope: ApiScope;
  /** What a user of the console must be: by default `viewer` to read, `admin` for all else. */
  readonly role?: ConsoleRole;
  /** The heading that it stands under. */
  readonly tag: string;
  /** One line. */
  readonly summary: string;
  /** Markdown: plain paragraphs. */
  readonly description?: string;
  readonly params?: Params;
  readonly query?: Query;
  /** Beside those that every call may have; by their names as HTTP spells them. */
  readonly headers?: Headers;
  readonly body?: Body;
  /** Of success; 200 by default. */
  readonly status?: 201 | 204;
  /** A `z.file()` is sent as it is, of its own type, `jsonLines()` as lines come; of 204 it is `z.undefined()`. */
  readonly reply: Content;
  /** Of a reply that is a file: the types that it may have. */
  readonly fileTypes?: readonly string[];
  /** The file is made while it is sent: its reply has no ETag. */
  readonly isMade?: true;
  /** A part of the file can be asked for, with `Range`. */
  readonly hasRanges?: true;
  /** Beside those that every reply has: what each says, by its name. */
  readonly replyHeaders?: Readonly<Record<string, string>>;
  /** Beside those that every route has (`COMMON_ERRORS`). */
  readonly errors?: readonly ProblemCode[];
  handle(
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>, z.output<Headers>>,
  ): Promise<Reply<Sent<Content>>>;
}

export interface ApiRoute<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Content extends z.ZodType = z.ZodType,
  Headers extends z.ZodObject = z.ZodObject,
> extends Omit<RouteSpec<Params, Query, Body, Content, Headers>, 'handle'> {
  /** Checks the call, then handles it. Rejects with what the caller is to be told. */
  answer(call: RawCall): Promise<Reply<unknown>>;
}

const NOTHING = z.strictObject({});
type Nothing = typeof NOTHING;

export function defineRoute<
  Content extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
  Headers extends z.ZodObject = Nothing,
  // Of their own, so that the client knows each route by them.
  const Verb extends Method = Method,
  const Path extends `/${string}` = `/${string}`,
>(
  spec: RouteSpec<Params, Query, Body, Content, Headers> & { readonly method: Verb; readonly path: Path },
): ApiRoute<Params, Query, Body, Content, Headers> & { readonly method: Verb; readonly path: Path } {
  const { handle, ...said } = spec;
  return {
    ...said,
    async answer(call) {
      const { params = NOTHING, query = NOTHING, headers = NOTHING, body } = said;
      const input = await readInput(call, { params, query, headers, ...(body && { body }) });
      // The schemas that are not given stand for what has no fields: what was read is what they say.
      const reply = await handle({ ...call, ...(input as ReadInput<Params, Query, Body, Headers>) });
      return { ...reply, content: sparse(reply.content, fieldsIn(input.query)) };
    },
  };
}

interface ReadInput<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Headers extends z.ZodObject,
> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly headers: z.output<Headers>;
  readonly body: z.output<Body>;
}

/** Of a route whose query has `fieldsQuery`. */
const withFields = z.object({ fields: z.array(z.string()) });
const fieldsIn = (query: unknown): readonly string[] | undefined => withFields.safeParse(query).data?.fields;

/** What every route may answer. */
export const COMMON_ERRORS = [
  'unauthorized',
  'invalid_value',
  'rate_limited',
  'store_unavailable',
  'internal',
] as const satisfies readonly ProblemCode[];

/** `{reference}` → `reference` */
export const paramNames = (path: string): readonly string[] =>
  Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
