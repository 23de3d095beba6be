import { openRoute } from '../../http/route.ts';
import { sessionContent } from './session-content.ts';

/** Who is there; of nobody, whether anybody has ever been. */
export const getSession = openRoute({
  method: 'get',
  path: '/session',
  handle: async ({ services, user }) => ({ content: await sessionContent(services, user) }),
});
