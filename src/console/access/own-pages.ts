import type { UserCall } from '../../api/access/users.ts';
import { fail } from '../../domain/error.ts';

/** Only a script of the server's own origin can send it without being asked for permission first. */
export const PAGE_MARK = 'x-passerelle-console';

/**
 * Refuses what another origin's page makes a browser send, cookie and all: with `request_foreign`. Origins are compared by
 * host alone, since a proxy that ends TLS leaves the scheme behind.
 */
export function requireOwnPage({ method, header, isFile }: UserCall): void {
  const isRead = method === 'GET' || method === 'HEAD';
  const isMarked = header(PAGE_MARK) === '1' || (isRead && isFile);
  if (
    !isMarked ||
    !isOwnOrigin(header('origin'), header('host')) ||
    !isOwnSite(header('sec-fetch-site'), isRead)
  )
    throw fail('request_foreign');
}

/** Browsers leave it out where a page reads from its own server. */
function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  const parsed = URL.parse(origin);
  return parsed !== null && parsed.host === host?.toLowerCase();
}

/** `none`: a person asked for it, as with a bookmark; for reading alone. */
const isOwnSite = (site: string | undefined, isRead: boolean): boolean =>
  site === undefined || site === 'same-origin' || (site === 'none' && isRead);
