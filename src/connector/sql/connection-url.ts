import { fail } from '../../domain/error.ts';

export type DialectName = 'postgres' | 'mysql' | 'mssql';

/** What `database` may be, in no language. */
export const DATABASE_URLS = 'postgres://…, mysql://…, mariadb://…, mssql://…';

/** Where a database is. Only `label` may be shown. */
export interface ConnectionTarget {
  readonly dialect: DialectName;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user?: string;
  readonly password?: string;
  /** What stands after `?`. */
  readonly options: URLSearchParams;
  /** `postgres 127.0.0.1:5432/shop`: without credentials. */
  readonly label: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const SCHEMES: Readonly<Record<string, { readonly dialect: DialectName; readonly port: number }>> = {
  'postgres:': { dialect: 'postgres', port: 5432 },
  'postgresql:': { dialect: 'postgres', port: 5432 },
  'mysql:': { dialect: 'mysql', port: 3306 },
  'mariadb:': { dialect: 'mysql', port: 3306 },
  'mssql:': { dialect: 'mssql', port: 1433 },
};

/**
 * Reads the URL of a database. `${NAME}` is replaced by the environment variable, percent-encoded unless it is the whole
 * URL. Throws `configuration_key_invalid`, which names the variable that is missing and quotes nothing else.
 */
export function targetFromUrl(setting: string, environment: Environment): ConnectionTarget {
  const written = expanded(setting, environment);
  const url = URL.canParse(written) && isEncoded(written) ? new URL(written) : undefined;
  const scheme = url && SCHEMES[url.protocol];
  const database = url && decodeURIComponent(url.pathname.slice(1));
  if (!scheme || !database) throw refused(`${DATABASE_URLS} (USER:PASSWORD@HOST:PORT/DATABASE)`);
  const host = decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1') || '127.0.0.1';
  const port = url.port === '' ? scheme.port : Number(url.port);
  return {
    ...scheme,
    host,
    port,
    database,
    ...(url.username !== '' && { user: decodeURIComponent(url.username) }),
    ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
    options: url.searchParams,
    label: `${url.protocol.slice(0, -1)} ${host}:${port}/${database}`,
  };
}

/** A `%` that begins no character: of a password that was not percent-encoded. */
function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const WHOLE = /^\$\{(\w+)\}$/;

function expanded(setting: string, environment: Environment): string {
  const variable = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') throw refused(`$${name}`);
    return value;
  };
  const whole = WHOLE.exec(setting)?.[1];
  if (whole !== undefined) return variable(whole);
  return setting.replace(/\$\{(\w+)\}/g, (_, name: string) => encodeURIComponent(variable(name)));
}

const refused = (expected: string) => fail('configuration_key_invalid', { field: 'database', expected });
