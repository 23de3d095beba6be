import { parse, serialize } from 'hono/utils/cookie';

const NAME = 'passerelle_session';
const PATTERN = /^[\w-]{43}$/;

/** The secret of a session. Undefined where the header has none. */
export function sessionIn(header: string | undefined): string | undefined {
  const value = header === undefined ? undefined : parse(header, NAME)[NAME];
  return value !== undefined && PATTERN.test(value) ? value : undefined;
}

interface CookieOptions {
  /** Empties it where undefined. */
  readonly secret: string | undefined;
  readonly isSecure: boolean;
  readonly maxAgeSeconds: number;
}

/** For `Set-Cookie`. */
export const sessionCookie = ({ secret, isSecure, maxAgeSeconds }: CookieOptions): string =>
  serialize(NAME, secret ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure,
    maxAge: secret === undefined ? 0 : maxAgeSeconds,
  });
