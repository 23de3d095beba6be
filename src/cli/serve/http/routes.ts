import type { Listener } from './http.ts';
import { answerText, type Route } from './route.ts';

/** The first route that a path matches answers; where there is none, `notFound` says what there is. */
export function createListener(routes: readonly Route[], notFound: string): Listener {
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const route = routes.find(({ matches }) => matches(path));
    if (route) void route.answer({ request, response }, path);
    else answerText({ request, response }, { status: 404, text: `${path}: 404. ${notFound}` });
  };
}
