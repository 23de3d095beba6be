import { shownUrl } from '../../domain/shown-url.ts';

/** Where a CMS keeps its tables. Only `label` may be shown. */
export interface CmsPlace {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user?: string;
  readonly password?: string;
  /** What the names of the site's tables begin with; found out where it is not said. */
  readonly prefix?: string;
  /** `verify`: encrypted, with a certificate that is checked. */
  readonly tls: 'off' | 'encrypt' | 'verify';
  /** `127.0.0.1:3306/joomla` */
  readonly label: string;
}

const TLS: Readonly<Record<string, CmsPlace['tls']>> = {
  true: 'verify',
  'no-verify': 'encrypt',
  false: 'off',
};
const PREFIX = /^[A-Za-z0-9_$]{0,40}$/;

/** Whether the names of a site's tables may begin so: those of our own tables then do as well. */
export const isPrefix = (text: string): boolean => PREFIX.test(text);

/** Reads `CMS:mysql://USER:PASSWORD@HOST:PORT/DATABASE?prefix=…&ssl=…`; undefined for anything else. */
export function placeFromUrl(cms: string, text: string): CmsPlace | undefined {
  const url = databaseUrl(cms, text);
  if (!url) return undefined;
  const { hostname, port, username, password, searchParams } = url;
  const prefix = searchParams.get('prefix');
  const tls = TLS[searchParams.get('ssl') ?? 'false'];
  const database = decodeURIComponent(url.pathname.slice(1));
  const isKnown = [...searchParams.keys()].every((name) => name === 'prefix' || name === 'ssl');
  if (database === '' || tls === undefined || !isKnown || !isPrefix(prefix ?? '')) return undefined;
  const host = decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1') || '127.0.0.1';
  const address = { host, port: Number(port || 3306), database };
  return {
    ...address,
    ...(username !== '' && { user: decodeURIComponent(username) }),
    ...(password !== '' && { password: decodeURIComponent(password) }),
    ...(prefix !== null && { prefix }),
    tls,
    label: `${host}:${address.port}/${database}`,
  };
}

function databaseUrl(cms: string, text: string): URL | undefined {
  const written = text.startsWith(`${cms}:`) ? text.slice(cms.length + 1) : '';
  if (!/^(?:mysql|mariadb):\/\/./.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  return isEncoded(`${url.pathname}${url.username}${url.password}${url.hostname}`) ? url : undefined;
}

/** A `%` that begins no character is of a password that was not percent-encoded. */
function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** All that is known of a CMS by its URL: a `StorePlace` of the kind. */
export const cmsStorePlace = (cms: string) => ({
  form: `${cms}:mysql://USER:PASSWORD@HOST:PORT/DATABASE?prefix=PREFIX`,
  accepts: (url: string): boolean => placeFromUrl(cms, url) !== undefined,
  absolute: (url: string): string => url,
  shown: shownUrl,
  waits: true,
  missing: () => undefined,
  hasSchemas: false,
  isPassing: () => false,
});
