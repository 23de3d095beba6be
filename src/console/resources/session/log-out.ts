import { sessionIn } from '../../access/cookie.ts';
import { openRoute } from '../../http/route.ts';
import { noteEntry } from './audited.ts';
import { cookieHeader } from './session-cookie.ts';

/** Ends the session, if there is one. */
export const logOut = openRoute({
  method: 'delete',
  path: '/session',
  status: 204,
  async handle(call) {
    const { services, user, header } = call;
    const secret = sessionIn(header('cookie'));
    if (secret !== undefined) await services.sessions.end(secret);
    if (user) await noteEntry(call, { user: user.name, action: 'logOut' });
    return { content: undefined, headers: cookieHeader(call, undefined) };
  },
});
