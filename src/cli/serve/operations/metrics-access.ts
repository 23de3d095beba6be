import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Configuration } from '../../configuration/resolve.ts';

/** The HTTP status for who asks for the figures: 200 for those who may have them. */
export function metricsStatus(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  { access, token }: Configuration['metrics'],
): 200 | 401 | 403 | 404 {
  if (access === 'off') return 404;
  if (access === 'open' || isBearer(request.headers.authorization, token) || isLocal(request)) return 200;
  return token === undefined ? 403 : 401;
}

function isBearer(authorization: string | undefined, token: string | undefined): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (given === undefined || token === undefined) return false;
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'));
}

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;
const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** A proxy on this machine calls from here too, but for somebody else. */
function isLocal({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  const forSomebody = OF_PROXIES.some((name) => headers[name] !== undefined);
  return LOOPBACK.test(socket.remoteAddress ?? '') && !forSomebody;
}
