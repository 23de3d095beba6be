import { performance } from 'node:perf_hooks';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import type { BlankSchema } from 'hono/types';
import { type ProblemFacts, problem, type Reason } from '../domain/problem.ts';
import { createAccess } from './access/access.ts';
import { createRateLimit } from './access/rate-limit.ts';
import { type Answered, answerCall, type Frame } from './answer-call.ts';
import { BASE_PATH, REFERENCE_PATH } from './base-path.ts';
import { createChangeWatch } from './changes/change-watch.ts';
import { unlessKnown } from './http/answer.ts';
import { sentenceLanguage } from './http/languages.ts';
import { problemAnswer, problemOf } from './http/problem-answer.ts';
import { createSizedImages } from './images/sized-images.ts';
import { documentAnswers } from './openapi/answers.ts';
import type { ApiOptions } from './options.ts';
import type { ApiRoute } from './route.ts';
import { ROUTES } from './routes.ts';

/** What carries a call besides its request. */
interface CallBindings {
  /** The caller's, behind trusted proxies. */
  readonly remoteAddress: string;
}

export type ApiHandler = (request: Request, bindings: CallBindings) => Promise<Response>;

interface Env {
  readonly Bindings: CallBindings;
  readonly Variables: { requestId: string };
}

/** Readable by pages of other origins, beside what every page may read. */
const EXPOSED = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Idempotency-Replayed',
  'Link',
  'Location',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'X-Request-Id',
];
const SENT = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-None-Match',
  'If-Range',
  'Range',
  'X-Request-Id',
];
/** Nothing that comes from here is anything but what it says. */
const ALWAYS = { 'x-content-type-options': 'nosniff' };
const PREFLIGHT_SECONDS = 600;
const LONGEST_REQUEST_ID = 64;

/** The JSON API of a server’s shops, as a standard `(Request) => Promise<Response>`. */
export function createApi(options: ApiOptions): ApiHandler {
  const { limits, corsOrigins, now } = options;
  const frame: Frame = {
    access: createAccess(options),
    users: options.users,
    rateLimit: createRateLimit(limits.requestsPerMinute, now),
    limits,
    webhookCalls: options.webhookCalls,
    images: createSizedImages(options.imageCache),
    changeWatch: createChangeWatch(options.stopping),
    onFailure: options.onFailure,
    // Who has no token has no shop yet.
    language: options.shops[0]?.language ?? 'fr',
  };
  const app = new Hono<Env>().basePath(BASE_PATH);
  app.use(requestId({ limitLength: LONGEST_REQUEST_ID, generator: options.createRequestId }));
  if (corsOrigins.length > 0)
    app.use(
      cors({
        origin: corsOrigins.includes('*') ? '*' : [...corsOrigins],
        allowHeaders: SENT,
        exposeHeaders: EXPOSED,
        maxAge: PREFLIGHT_SECONDS,
      }),
    );
  const respond = createResponder(options);
  addRoutes(app, { frame, respond });
  addDocuments(app, respond);
  addRefusals(app, { frame, respond });
  return async (request, bindings) => app.fetch(request, bindings);
}

type App = Hono<Env, BlankSchema, typeof BASE_PATH>;
type Respond = (
  context: Context<Env>,
  route: string | undefined,
  answered: () => Promise<Answered>,
) => Promise<Response>;

/** Turns an answer into a response, and tells what came of the call. */
function createResponder({ onCall }: ApiOptions): Respond {
  return async (context, route, answered) => {
    const began = performance.now();
    const { status, headers, body, ...learnt } = await answered();
    const { requestId: id } = context.var;
    onCall?.({
      ...learnt,
      requestId: id,
      method: context.req.method,
      ...(route !== undefined && { route }),
      status,
      durationMs: performance.now() - began,
      replyBytes: bytesOf(body, headers),
      remoteAddress: context.env.remoteAddress,
    });
    return new Response(body, { status, headers: { ...headers, ...ALWAYS, 'x-request-id': id } });
  };
}

/** Of a stream, as many as are to come. */
function bytesOf(body: Answered['body'], headers: Answered['headers']): number {
  if (body === null) return 0;
  return body instanceof ReadableStream ? Number(headers['content-length'] ?? 0) : Buffer.byteLength(body);
}

interface Parts {
  readonly frame: Frame;
  readonly respond: Respond;
}

function addRoutes(app: App, { frame, respond }: Parts): void {
  for (const [name, route] of Object.entries<ApiRoute>(ROUTES))
    app.on(route.method.toUpperCase(), routerPath(route.path), (context) =>
      respond(context, name, () =>
        answerCall(
          route,
          {
            name,
            request: context.req.raw,
            requestId: context.var.requestId,
            remoteAddress: context.env.remoteAddress,
            params: context.req.param(),
          },
          frame,
        ),
      ),
    );
}

/** `/products/{reference}` → `/products/:reference` */
const routerPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

function addDocuments(app: App, respond: Respond): void {
  for (const [path, answer] of Object.entries(documentAnswers()))
    app.get(path, (context) =>
      respond(context, path, async () => unlessKnown(answer(), context.req.header('if-none-match'))),
    );
}

/** What is at an address is no secret: the OpenAPI document tells it to everybody. */
function addRefusals(app: App, { frame, respond }: Parts): void {
  const refuse = (context: Context<Env>, reason: Reason, facts: ProblemFacts) =>
    respond(context, undefined, async () => {
      const failure = problem(reason, facts);
      const language = sentenceLanguage(context.req.header('accept-language'), frame.language);
      const answer = problemAnswer(failure, { language, requestId: context.var.requestId });
      const allow = facts.expected !== undefined && reason === 'method_refused' && { allow: facts.expected };
      return { ...answer, headers: { ...answer.headers, ...allow }, problem: failure };
    });
  for (const [path, allowed] of methodsByPath())
    app.all(path, (context) =>
      refuse(context, 'method_refused', { value: context.req.method, expected: allowed }),
    );
  app.notFound((context) => refuse(context, 'route_unknown', { expected: REFERENCE_PATH }));
  app.onError((error, context) =>
    respond(context, undefined, async () => {
      const failure = problemOf(error, context.var.requestId);
      const answer = problemAnswer(failure, {
        language: frame.language,
        requestId: context.var.requestId,
      });
      return { ...answer, problem: failure, error };
    }),
  );
}

function methodsByPath(): ReadonlyMap<string, string> {
  const routes: readonly ApiRoute[] = Object.values(ROUTES);
  const documents = Object.keys(documentAnswers()).map((path) => ({ path, method: 'get' }));
  const groups = Map.groupBy([...routes, ...documents], ({ path }) => routerPath(path));
  return new Map(
    Array.from(groups, ([path, group]) => {
      const methods = group.map(({ method }) => method.toUpperCase());
      return [path, [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ')];
    }),
  );
}
