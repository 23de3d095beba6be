import { resolve } from 'node:path';
import { type Problem, problem } from '../../domain/problem.ts';
import { closest } from './suggestion.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Each variable with the key that it sets. */
export const VARIABLES = {
  PASSERELLE_PORT: 'port',
  PASSERELLE_HOST: 'host',
  PASSERELLE_DATA: 'data',
  PASSERELLE_KEY: 'shops[0].keys[0]',
  PASSERELLE_STORE: 'shops[0].store',
  PASSERELLE_BLOBS: 'shops[0].blobs',
  PASSERELLE_LANG: 'language',
  PASSERELLE_LOG_LEVEL: 'logLevel',
  PASSERELLE_METRICS_TOKEN: 'metrics.token',
  AWS_ENDPOINT_URL_S3: 's3.endpoint',
  AWS_REGION: 's3.region',
  AWS_ACCESS_KEY_ID: 's3.accessKeyId',
  AWS_SECRET_ACCESS_KEY: 's3.secretAccessKey',
} as const;
type Variable = keyof typeof VARIABLES;

/** Read elsewhere: prints stack traces. */
const OTHER_VARIABLES = ['PASSERELLE_DEBUG'];

const isVariable = (name: string): name is Variable => Object.hasOwn(VARIABLES, name);

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
  const given = (variable: Variable): string | undefined => environment[variable] || undefined;
  const port = given('PASSERELLE_PORT');
  const data = given('PASSERELLE_DATA');
  const key = given('PASSERELLE_KEY');
  const store = given('PASSERELLE_STORE');
  const blobs = given('PASSERELLE_BLOBS');
  return {
    server: defined({
      port: port !== undefined && /^\d+$/.test(port) ? Number(port) : port,
      host: given('PASSERELLE_HOST'),
      data: data === undefined ? undefined : resolve(folder, data),
      language: given('PASSERELLE_LANG')
        ?.replace(/^(fr|en)[_.-].*$/i, '$1')
        .toLowerCase(),
      logLevel: given('PASSERELLE_LOG_LEVEL'),
    }),
    groups: {
      metrics: defined({ token: given('PASSERELLE_METRICS_TOKEN') }),
      s3: defined({
        endpoint: given('AWS_ENDPOINT_URL_S3'),
        region: given('AWS_REGION'),
        accessKeyId: given('AWS_ACCESS_KEY_ID'),
        secretAccessKey: given('AWS_SECRET_ACCESS_KEY'),
      }),
    },
    shop: defined({
      keys: key === undefined ? undefined : [key],
      blobs: blobs === undefined || blobs.startsWith('s3:') ? blobs : resolve(folder, blobs),
      store: store?.replace(
        /^sqlite:(?!:memory:$)(.+)$/s,
        (_, path: string) => `sqlite:${resolve(folder, path)}`,
      ),
    }),
    variables: new Map(
      Object.entries(VARIABLES).flatMap(([variable, path]) =>
        environment[variable] ? [[path, variable]] : [],
      ),
    ),
  };
}

const defined = (settings: RawSettings): RawSettings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

const PREFIX = 'PASSERELLE_';

/** Variables that look like a mistyped one of ours. */
export function mistypedVariables(environment: Environment): Problem[] {
  const known = [...Object.keys(VARIABLES), ...OTHER_VARIABLES].filter((name) => name.startsWith(PREFIX));
  return Object.keys(environment).flatMap((name) => {
    if (!name.startsWith(PREFIX) || isVariable(name) || OTHER_VARIABLES.includes(name)) return [];
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
