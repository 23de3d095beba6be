import type { ActName } from '../../conformance/connector/options.ts';
import type { Language } from '../../shop/wording.ts';

/** What `check` says beside its reports (conformance/reports), and its help. */
export interface CheckWording {
  readonly help: Readonly<Record<CheckHelp, string>>;
  readonly idleExpected: string;
  readonly urlMissing: string;
  readonly keyMissing: string;
  readonly orderNeedsWrite: string;
  readonly onlyWithConnector: string;
  readonly notWithConnector: string;
  listening(url: string, key: string): readonly string[];
  readonly acts: Readonly<Record<ActName, string>>;
  run(number: number, act: ActName): string;
  readonly portExpected: string;

  progress(done: number, total: number): string;
  written(file: string): string;
}

type CheckHelp =
  | 'check'
  | 'url'
  | 'key'
  | 'profile'
  | 'write'
  | 'order'
  | 'connector'
  | 'port'
  | 'host'
  | 'idle'
  | 'flows'
  | 'products'
  | 'options'
  | 'baseline'
  | 'html'
  | 'junit'
  | 'json'
  | 'timeout'
  | 'examples';

/** After these acts nothing more is needed. */
const ENDING: ReadonlySet<ActName> = new Set(['unavailable', 'afterwards']);

const ENGLISH: CheckWording = {
  help: {
    check: 'judge anybody’s webservice, or with --connector a connector, by the protocol',
    url: 'the webservice’s URL',
    key: 'its access key (else PASSERELLE_KEY); with --connector the key to expect',
    profile: 'the spelling to expect',
    write: 'also write: only records that the check makes itself; they stay in the shop',
    order: 'with --write: an order of the shop that may be confirmed for good',
    connector: 'listen as a shop, and judge the connector that calls',
    port: 'with --connector: port to listen on (a free one)',
    host: 'with --connector: address to listen on (127.0.0.1)',
    flows: 'with --connector: judge only these flows, separated by commas',
    products: 'with --connector: references of the ERP that the shop shall have as products already',
    options: 'with --connector: the same as options',
    idle: 'with --connector: end so many seconds after the last call of the last run (30)',
    baseline: 'file of requirements that are known to fail, one id a line',
    html: 'write the report as one HTML page',
    junit: 'write the report as JUnit XML',
    json: 'write the report as JSON; "-" is standard output',
    timeout: 'longest wait for a reply, in seconds (30)',
    examples: `
Examples:
  $ passerelle check https://shop.example/webservice --key KEY
  $ passerelle check http://127.0.0.1:8787/webservice --key KEY --write --order 5057 --html report.html
  $ passerelle check --connector --port 8790

Exit codes: 0 all passed, 1 something failed or could not be tested, 2 could not run.`,
  },
  idleExpected: 'seconds, from 1',
  urlMissing: 'the webservice’s URL, or --connector',
  keyMissing: 'the webservice’s access key, here or in PASSERELLE_KEY',
  orderNeedsWrite: '--write as well',
  onlyWithConnector: 'it goes with --connector only',
  notWithConnector: 'it does not go with --connector',
  listening: (url, key) => [
    `Listening as a shop: ${url}`,
    `Key: ${key}`,
    'Point the connector at it and run it as often as this asks, at least four times: the shop behaves differently each time.',
    'The report comes by itself after the last run, or at Ctrl-C.',
  ],
  acts: {
    friendly: 'everything succeeds',
    lost: 'a reply is lost',
    refusing: 'records are refused',
    unavailable: 'the shop breaks down',
    afterwards: 'everything succeeds again',
  },
  run: (number, act) =>
    `Run ${number} (${ENGLISH.acts[act]}). ${ENDING.has(act) ? 'When it has ended, the report comes by itself, or at Ctrl-C.' : 'When it has ended, run the connector again; Ctrl-C reports.'}`,
  portExpected: 'a port from 0 to 65535',
  progress: (done, total) => `${done} of ${total}`,
  written: (file) => `Written: ${file}`,
};

const FRENCH: CheckWording = {
  help: {
    check: 'juge le webservice de n’importe qui, ou avec --connector un connecteur, d’après le protocole',
    url: 'l’adresse du webservice',
    key: 'sa clé d’accès (sinon PASSERELLE_KEY) ; avec --connector la clé attendue',
    profile: 'la façon d’écrire attendue',
    write: 'écrit aussi : seulement des enregistrements créés par le contrôle, qui restent dans la boutique',
    order: 'avec --write : une commande de la boutique qui peut être confirmée pour de bon',
    connector: 'écoute comme une boutique, et juge le connecteur qui appelle',
    port: 'avec --connector : port d’écoute (un port libre)',
    host: 'avec --connector : adresse d’écoute (127.0.0.1)',
    flows: 'avec --connector : ne juge que ces flux, séparés par des virgules',
    products: 'avec --connector : références de l’ERP que la boutique aura déjà comme produits',
    options: 'avec --connector : de même comme options',
    idle: 'avec --connector : se termine tant de secondes après le dernier appel du dernier passage (30)',
    baseline: 'fichier des exigences dont l’échec est connu, un identifiant par ligne',
    html: 'écrit le rapport en une page HTML',
    junit: 'écrit le rapport en XML JUnit',
    json: 'écrit le rapport en JSON ; « - » est la sortie standard',
    timeout: 'attente maximale d’une réponse, en secondes (30)',
    examples: `
Exemples :
  $ passerelle check https://boutique.example/webservice --key CLE
  $ passerelle check http://127.0.0.1:8787/webservice --key CLE --write --order 5057 --html rapport.html
  $ passerelle check --connector --port 8790

Codes de sortie : 0 tout est conforme, 1 échec ou point non vérifiable, 2 impossible de contrôler.`,
  },
  idleExpected: 'un nombre de secondes, à partir de 1',
  urlMissing: 'l’adresse du webservice, ou --connector',
  keyMissing: 'la clé d’accès du webservice, ici ou dans PASSERELLE_KEY',
  orderNeedsWrite: '--write en plus',
  onlyWithConnector: 'ne va qu’avec --connector',
  notWithConnector: 'ne va pas avec --connector',
  listening: (url, key) => [
    `À l’écoute comme une boutique : ${url}`,
    `Clé : ${key}`,
    'Configurez le connecteur avec cette adresse et lancez-le aussi souvent que demandé ici, au moins quatre fois : la boutique se comporte chaque fois autrement.',
    'Le rapport vient de lui-même après le dernier passage, ou par Ctrl-C.',
  ],
  acts: {
    friendly: 'tout réussit',
    lost: 'une réponse se perd',
    refusing: 'des enregistrements sont refusés',
    unavailable: 'la boutique tombe en panne',
    afterwards: 'tout réussit à nouveau',
  },
  run: (number, act) =>
    `Passage ${number} (${FRENCH.acts[act]}). ${ENDING.has(act) ? 'Quand il est fini, le rapport vient de lui-même, ou par Ctrl-C.' : 'Quand il est fini, relancez le connecteur ; Ctrl-C affiche le rapport.'}`,
  portExpected: 'un port de 0 à 65535',
  progress: (done, total) => `${done} sur ${total}`,
  written: (file) => `Écrit : ${file}`,
};

export const CHECK_WORDING: Readonly<Record<Language, CheckWording>> = { en: ENGLISH, fr: FRENCH };
