import type { Language } from '../../shop/wording.ts';
import type { Configuration } from '../configuration/resolve.ts';

interface Welcome {
  readonly url: string;
  readonly configuration: Configuration;
  /** Made on this start, by shop name. */
  readonly keys: ReadonlyMap<string, string>;
}

type Wording = Readonly<Record<'endpoint' | 'key' | 'kept' | 'sample' | 'try' | 'local', string>>;

const WORDS: Readonly<Record<Language, Wording>> = {
  fr: {
    endpoint: 'Webservice :',
    key: 'Clé (affichée cette seule fois, gardez-la) :',
    kept: 'Clé : inchangée (perdue ? « passerelle keys add » en crée une autre)',
    sample: 'Charger la boutique d’exemple :',
    try: 'Essayer :',
    local: 'Joignable depuis cette machine seulement ; PASSERELLE_HOST=0.0.0.0 ouvre le service au réseau.',
  },
  en: {
    endpoint: 'Webservice:',
    key: 'Key (shown this once, keep it):',
    kept: 'Key: unchanged (lost? "passerelle keys add" makes another)',
    sample: 'Load the sample shop:',
    try: 'Try:',
    local: 'Reachable from this machine only; PASSERELLE_HOST=0.0.0.0 opens it to the network.',
  },
};

const LOOPBACK = /^(?:127\.|::1$|localhost$)/;

/** What a start prints: the addresses and keys for a person, and last the line that scripts wait for. */
export function welcome({ url, configuration, keys }: Welcome): readonly string[] {
  const words = WORDS[configuration.language];
  const [first] = configuration.shops;
  const endpoints = configuration.shops.flatMap(({ name }, index) => [
    `${words.endpoint} ${index === 0 ? url : `${url}/${name}`}${configuration.shops.length > 1 ? `  (${name})` : ''}`,
    keys.has(name) ? `${words.key} ${keys.get(name)}` : words.kept,
  ]);
  const key = keys.get(first.name) ?? 'KEY';
  return [
    ...endpoints,
    `${words.sample} ${commandLine('import --sample')}`,
    `${words.try} curl ${configuration.tls ? '-k ' : ''}-F key=${key} -F resource=products_list -F limit=0,5 ${url}`,
    ...(LOOPBACK.test(configuration.host) ? [words.local] : []),
    `ready ${url}`,
  ];
}

/** How the reader calls a command: as installed, or in a clone, through npm. */
const commandLine = (command: string): string =>
  process.env.npm_lifecycle_event === undefined
    ? `passerelle ${command}`
    : `npm run --silent passerelle -- ${command}`;
