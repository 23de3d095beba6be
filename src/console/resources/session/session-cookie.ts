import { sessionCookie } from '../../access/cookie.ts';
import { LONGEST_SECONDS } from '../../access/sessions.ts';
import type { RawCall } from '../../http/route.ts';

type CookieCall = Pick<RawCall, 'header' | 'services'>;

/** The header that gives the caller a session, or takes it: where `secret` is undefined. */
export function cookieHeader({ header, services }: CookieCall, secret: string | undefined) {
  // What the browser itself reached, whatever proxies stand between.
  const isSecure = services.options.isTls || header('origin')?.startsWith('https:') === true;
  return { 'set-cookie': sessionCookie({ secret, isSecure, maxAgeSeconds: LONGEST_SECONDS }) };
}

/** Logs the user in: the reply's header. */
export const startSession = async (call: CookieCall, name: string) =>
  cookieHeader(call, await call.services.sessions.start(name));
