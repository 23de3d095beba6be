import { performance } from 'node:perf_hooks';
import { type Context, Hono } from 'hono';
import { requestId } from 'hono/request-id';
import type { Users } from '../api/access/users.ts';
import { problemAnswer } from '../api/http/problem-answer.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { PAGE_MARK } from './access/own-pages.ts';
import { CONSOLE_PATH } from './base-path.ts';
import { type Answered, answerCall } from './http/answer-call.ts';
import type { ConsoleOptions } from './options.ts';
import { createPages } from './pages/pages.ts';
import { CONSOLE_ROUTES } from './routes.ts';
import { createServices } from './services.ts';

interface CallBindings {
  /** The caller's, behind trusted proxies. */
  readonly remoteAddress: string;
}

interface Env {
  readonly Bindings: CallBindings;
  readonly Variables: { requestId: string };
}

export interface Console {
  /** What stands below `/console`: pages, and what they ask. */
  answer(request: Request, bindings: CallBindings): Promise<Response>;
  /** For the JSON API, which they call too. */
  readonly users: Users;
}

const LONGEST_REQUEST_ID = 64;

export function createConsole(options: ConsoleOptions): Console {
  const services = createServices(options);
  const respond = createResponder(options);
  const app = new Hono<Env>().basePath(CONSOLE_PATH);
  app.use(requestId({ limitLength: LONGEST_REQUEST_ID, generator: options.createRequestId }));
  const pages = createPages(options.pages);
  app.get('*', (context, next) => (isOfPage(context.req.raw) ? pages(context.req.raw) : next()));
  for (const [name, route] of Object.entries(CONSOLE_ROUTES))
    app.on(route.method.toUpperCase(), route.path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) =>
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
          services,
        ),
      ),
    );
  app.notFound((context) =>
    respond(context, undefined, async () =>
      refusal(problem('route_unknown', { expected: CONSOLE_PATH }), context),
    ),
  );
  app.onError((error, context) =>
    respond(context, undefined, async () => ({
      ...refusal(problem('internal', { exchange: context.var.requestId }), context),
      error,
    })),
  );
  return { answer: async (request, bindings) => app.fetch(request, bindings), users: services.users };
}

/** A page and what pages ask may have the same address: only scripts of ours can mark a call. */
const isOfPage = ({ url, headers }: Request): boolean =>
  !headers.has(PAGE_MARK) && new URL(url).pathname !== `${CONSOLE_PATH}/session`;

const refusal = (failure: Problem, { var: { requestId } }: Context<Env>): Answered => ({
  ...problemAnswer(failure, { language: 'en', requestId }),
  problem: failure,
});

/** Turns an answer into a response, and tells what came of the call. */
function createResponder({ onCall }: ConsoleOptions) {
  return async (context: Context<Env>, route: string | undefined, answered: () => Promise<Answered>) => {
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
      replyBytes: typeof body === 'string' ? Buffer.byteLength(body) : 0,
      remoteAddress: context.env.remoteAddress,
    });
    return new Response(body, {
      status,
      headers: { ...headers, 'x-content-type-options': 'nosniff', 'x-request-id': id },
    });
  };
}
