import { resolve } from 'node:path';
import { isShopUrl, shopKindOf } from '../../composition/shop-kinds.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { closest } from '../../parsing/closest.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

interface Variable {
  /** The key that it sets: of the server, of one of its groups, or of the first shop. */
  readonly sets: string;
  /** What its text means, where that is not the text itself. Relative paths start in `folder`. */
  readonly read?: (text: string, folder: string) => unknown;
}

const FIRST_SHOP = 'shops[0]';

/** Each variable with the key that it sets. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  PASSERELLE_PORT: { sets: 'port', read: (text) => (/^\d+$/.test(text) ? Number(text) : text) },
  PASSERELLE_HOST: { sets: 'host' },
  PASSERELLE_DATA: { sets: 'data', read: (text, folder) => resolve(folder, text) },
  PASSERELLE_KEY: { sets: `${FIRST_SHOP}.keys[0]` },
  PASSERELLE_STORE: { sets: `${FIRST_SHOP}.store`, read: absoluteStore },
  PASSERELLE_BLOBS: {
    sets: `${FIRST_SHOP}.blobs`,
    read: (text, folder) => (text.startsWith('s3:') ? text : resolve(folder, text)),
  },
  PASSERELLE_LANG: {
    sets: 'language',
    read: (text) => text.replace(/^(fr|en)[_.-].*$/i, '$1').toLowerCase(),
  },
  PASSERELLE_LOG_LEVEL: { sets: 'logLevel' },
  PASSERELLE_METRICS_TOKEN: { sets: 'metrics.token' },
  PASSERELLE_SMTP: { sets: 'mail.smtp' },
  AWS_ENDPOINT_URL_S3: { sets: 's3.endpoint' },
  AWS_REGION: { sets: 's3.region' },
  AWS_ACCESS_KEY_ID: { sets: 's3.accessKeyId' },
  AWS_SECRET_ACCESS_KEY: { sets: 's3.secretAccessKey' },
};

/** What is no store's URL is refused with all other settings. */
function absoluteStore(store: string, folder: string): string {
  return isShopUrl(store) ? shopKindOf(store).absolute(store, folder) : store;
}

/** Read elsewhere: prints stack traces. */
const OTHER_VARIABLES = ['PASSERELLE_DEBUG'];

/** Settings as written, not checked yet. */
export type RawSettings = Readonly<Record<string, unknown>>;

export interface EnvironmentSettings {
  readonly server: RawSettings;
  /** Of the server's groups, by their key. */
  readonly groups: Readonly<Record<string, RawSettings>>;
  /** Of the first shop. */
  readonly shop: RawSettings;
  /** Variable by the key's path, to name it in an error. */
  readonly variables: ReadonlyMap<string, string>;
}

/** An empty variable is the same as none. Relative paths start in `folder`. */
export function settingsFromEnvironment(environment: Environment, folder: string): EnvironmentSettings {
  const given = Object.entries(VARIABLES).flatMap(([variable, { sets, read = String }]) => {
    const text = environment[variable];
    return text ? [{ variable, sets, ...placeOf(sets), value: read(text, folder) }] : [];
  });
  const settingsOf = (parent: string | undefined): RawSettings =>
    Object.fromEntries(
      given
        .filter((setting) => setting.parent === parent)
        .map(({ key, isFirst, value }) => [key, isFirst ? [value] : value]),
    );
  const groups = new Set(given.flatMap(({ parent }) => (parent && parent !== FIRST_SHOP ? [parent] : [])));
  return {
    server: settingsOf(undefined),
    groups: Object.fromEntries([...groups].map((group) => [group, settingsOf(group)])),
    shop: settingsOf(FIRST_SHOP),
    variables: new Map(given.map(({ sets, variable }) => [sets, variable])),
  };
}

/** `metrics.token` is the key `token` of `metrics`; `keys[0]` the first and only one of `keys`. */
function placeOf(path: string) {
  const {
    parent,
    key = path,
    first,
  } = /^(?:(?<parent>.+)\.)?(?<key>\w+)(?<first>\[0\])?$/.exec(path)?.groups ?? {};
  return { parent, key, isFirst: first !== undefined };
}

const PREFIX = 'PASSERELLE_';

/** Variables that look like a mistyped one of ours. */
export function mistypedVariables(environment: Environment): Problem[] {
  const known = [...Object.keys(VARIABLES), ...OTHER_VARIABLES].filter((name) => name.startsWith(PREFIX));
  return Object.keys(environment).flatMap((name) => {
    if (!name.startsWith(PREFIX) || Object.hasOwn(VARIABLES, name) || OTHER_VARIABLES.includes(name))
      return [];
    const suffix = name.slice(PREFIX.length);
    const meant = closest(
      suffix,
      known.map((variable) => variable.slice(PREFIX.length)),
    );
    return meant === undefined
      ? []
      : [problem('configuration_key_unknown', { field: name, expected: `${PREFIX}${meant} ?` })];
  });
}
