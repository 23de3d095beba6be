import { resolve } from 'node:path';
import { shopKindOf } from '../../composition/shop-kinds.ts';
import type { Language } from '../../shop/wording.ts';
import type { Configuration } from '../configuration/resolve.ts';
import type { HeldShop } from './shops/held-shop.ts';

interface Welcome {
  readonly url: string;
  readonly configuration: Configuration;
  readonly shops: readonly Pick<HeldShop, 'served' | 'newKey' | 'isOpen' | 'spec' | 'sheets'>[];
  /** False where there is none. */
  readonly console: Console | false;
}

interface Console {
  readonly url: string;
  /** While it has no user. */
  readonly setupCode: string | undefined;
}

type Wording = Readonly<
  Record<
    'endpoint' | 'console' | 'setupCode' | 'key' | 'kept' | 'away' | 'sample' | 'doctor' | 'try' | 'local',
    string
  >
> & {
  sheet(sheet: AnnouncedSheet): string;
};

type AnnouncedSheet = HeldShop['sheets'][number];

const WORDS: Readonly<Record<Language, Wording>> = {
  fr: {
    endpoint: 'Webservice :',
    console: 'Console :',
    setupCode: 'code d’installation :',
    key: 'Clé (affichée cette seule fois, gardez-la) :',
    kept: 'Clé : inchangée (perdue ? « passerelle keys add » en crée une autre)',
    away: 'La base de cette boutique ne répond pas : elle est réessayée, et les appels sont refusés en attendant.',
    sample: 'Charger la boutique d’exemple :',
    doctor: 'Chercher ce qui cloche dans la boutique, avant la première synchronisation :',
    try: 'Essayer :',
    sheet: ({ name, resource, moment }) =>
      `Feuille ${name} : transforme ${moment === 'request' ? 'la requête' : 'la réponse'} de ${resource}.`,
    local: 'Joignable depuis cette machine seulement ; PASSERELLE_HOST=0.0.0.0 ouvre le service au réseau.',
  },
  en: {
    endpoint: 'Webservice:',
    console: 'Console:',
    setupCode: 'setup code:',
    key: 'Key (shown this once, keep it):',
    kept: 'Key: unchanged (lost? "passerelle keys add" makes another)',
    away: 'This shop’s database does not answer: it is tried again, and calls are refused meanwhile.',
    sample: 'Load the sample shop:',
    doctor: 'Look for what is strange in the shop, before the first sync:',
    try: 'Try:',
    sheet: ({ name, resource, moment }) => `Sheet ${name}: transforms the ${moment} of ${resource}.`,
    local: 'Reachable from this machine only; PASSERELLE_HOST=0.0.0.0 opens it to the network.',
  },
};

const LOOPBACK = /^(?:127\.|::1$|localhost$)/;

/** What a start prints: the addresses and keys for a person, and last the line that scripts wait for. */
export function welcome({ url, configuration, shops, console }: Welcome): readonly string[] {
  const words = WORDS[configuration.language];
  const endpoints = shops.flatMap(({ served: { name }, newKey, isOpen, sheets }, index) => [
    `${words.endpoint} ${index === 0 ? url : `${url}/${name}`}${shops.length > 1 ? `  (${name})` : ''}`,
    isOpen() ? keyLine(words, newKey) : words.away,
    ...sheets.map(words.sheet),
  ]);
  const key = shops[0]?.newKey ?? 'KEY';
  return [
    ...endpoints,
    ...(console ? [consoleLine(words, console)] : []),
    firstStep(words, configuration, shops[0]),
    `${words.try} curl ${configuration.tls ? '-k ' : ''}-F key=${key} -F resource=products_list -F limit=0,5 ${url}`,
    ...(LOOPBACK.test(configuration.host) ? [words.local] : []),
    `ready ${url}`,
  ];
}

/** Invented records are none for a shop that sells already. */
function firstStep(
  words: Wording,
  { data }: Configuration,
  shop: Pick<HeldShop, 'spec'> | undefined,
): string {
  const isRunning = shop !== undefined && shopKindOf(shop.spec.url).examine !== undefined;
  return isRunning
    ? `${words.doctor} ${commandLine(`${dataOption(data)}doctor`)}`
    : `${words.sample} ${commandLine(`${dataOption(data)}import --sample`)}`;
}

const consoleLine = (words: Wording, { url, setupCode }: Console): string =>
  `${words.console} ${url}${setupCode === undefined ? '' : `  (${words.setupCode} ${setupCode})`}`;

const keyLine = (words: Wording, key: string | undefined): string =>
  key === undefined ? words.kept : `${words.key} ${key}`;

/** The key of a shop whose store opened after the start. */
export const lateKey = (language: Language, shop: string, key: string): string =>
  `${keyLine(WORDS[language], key)}  (${shop})`;

/** Where the store is not where another terminal's command would look for it. */
const dataOption = (folder: string): string =>
  folder === resolve('data') ? '' : `--data ${/\s/.test(folder) ? JSON.stringify(folder) : folder} `;

/** How the reader calls a command: as installed, or in a clone, through npm. */
const commandLine = (command: string): string =>
  process.env.npm_lifecycle_event === undefined
    ? `passerelle ${command}`
    : `npm run --silent passerelle -- ${command}`;
