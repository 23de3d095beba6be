import { getRequestListener } from '@hono/node-server';
import { BASE_PATH } from '../../../api/base-path.ts';
import { CONSOLE_PATH } from '../../../console/base-path.ts';
import { type ProxyTrust, remoteAddress } from '../../../webservice/node.ts';
import type { Route } from './route.ts';

/** Answers a request as the standard has it. */
type Handler = (request: Request, bindings: { readonly remoteAddress: string }) => Promise<Response>;

/** The JSON API of all shops: the token tells which. */
export const createApiRoute = (api: Handler, trust: ProxyTrust): Route => routeBelow(BASE_PATH, api, trust);

/** The console’s pages, and what they ask. */
export const createConsoleRoute = (answer: Handler, trust: ProxyTrust): Route =>
  routeBelow(CONSOLE_PATH, answer, trust);

function routeBelow(base: string, handler: Handler, trust: ProxyTrust): Route {
  return {
    matches: (path) => path === base || path.startsWith(`${base}/`),
    async answer({ request, response }) {
      const listen = getRequestListener(
        (asked) => handler(asked, { remoteAddress: remoteAddress(request, trust) }),
        {
          overrideGlobalObjects: false,
          hostname: 'localhost',
          errorHandler: () => new Response(null, { status: 400 }),
        },
      );
      await listen(request, response).catch(() => void response.destroy());
    },
  };
}
