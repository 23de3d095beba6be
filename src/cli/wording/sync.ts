import type { FlowName } from '../../connector/sync/report.ts';
import type { Language } from '../../shop/wording.ts';

/** What `sync` says, and its help. */
export interface SyncWording {
  readonly help: Readonly<Record<SyncHelp, string>>;
  readonly flows: Readonly<Record<FlowName, string>>;
  readonly plan: string;
  readonly nothingToDo: string;
  readonly ends: Readonly<Record<'complete' | 'with_failures' | 'stopped' | 'planned', string>>;
  readonly watchExpected: string;
  /** One flow's line in the summary. */
  flow(flow: string, counts: SyncCounts): string;
  readonly noFlow: string;
  more(count: number): string;
  warning(sentence: string, count: number): string;
  progress(flow: string, done: number, total: number | undefined): string;
  next(time: string): string;
  columnsWritten(file: string): string;
}

interface SyncCounts {
  readonly read: number;
  readonly sent: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly operations: Readonly<Record<string, number>>;
  readonly seconds: number;
}

type SyncHelp =
  | 'sync'
  | 'from'
  | 'url'
  | 'key'
  | 'erp'
  | 'edition'
  | 'profile'
  | 'flows'
  | 'orderStates'
  | 'finalState'
  | 'customers'
  | 'compression'
  | 'state'
  | 'insecure'
  | 'dryRun'
  | 'everything'
  | 'watch'
  | 'json'
  | 'writeColumns'
  | 'examples';

const ENGLISH: SyncWording = {
  help: {
    sync: 'the other half: bring an ERP and a shop’s webservice in step',
    from: 'folder of exports, settings file, or simulator:seed=42,articles=1000 (passerelle.sync.ts or .json)',
    url: 'the webservice’s URL',
    key: 'its access key (else PASSERELLE_KEY)',
    erp: 'the ERP',
    edition: 'what is exchanged',
    profile: 'how the shop spells its replies',
    flows: 'only these, separated by commas',
    orderStates: 'states of the orders to import, separated by commas',
    finalState: 'state of an order once imported',
    customers: 'changed customers in one request, or each in its own',
    compression: 'of bulk messages: 0 none, 1 zlib, 3 raw deflate',
    state: 'folder of what was sent when',
    insecure: 'accept any TLS certificate',
    dryRun: 'print what would be done, and do nothing',
    everything: 'send also what has not changed',
    watch: 'go on, with a run every so many minutes (15)',
    json: 'print the report as JSON',
    writeColumns: 'write down how the folder’s columns were understood, to be edited, and end',
    examples: `
Examples:
  $ passerelle sync ./exports --url https://shop.example/webservice --key KEY --dry-run
  $ passerelle sync passerelle.sync.json --watch 30
  $ passerelle sync simulator:seed=42,articles=1000 --url http://127.0.0.1:8787/webservice --key KEY

Exit codes: 0 all done, 1 some records failed, 2 stopped or could not run.`,
  },
  flows: {
    products: 'products',
    customers: 'customers',
    'price-rules': 'price rules',
    'shop-customers': 'shop’s customers',
    orders: 'orders',
    tracking: 'tracking',
    documents: 'documents',
  },
  plan: 'What a run would do:',
  nothingToDo: '  nothing: the shop and the ERP agree',
  ends: {
    complete: 'Done',
    with_failures: 'Done, with failures',
    stopped: 'Stopped',
    planned: 'Nothing was changed (dry run)',
  },
  watchExpected: 'minutes, from 1',
  flow: (flow, { read, seconds, ...counts }) =>
    read === 0
      ? `${flow}: none`
      : `${flow}: ${read} read (${countsText(counts, ENGLISH_COUNTS)}), ${seconds} s`,
  noFlow: 'nothing to exchange: this edition or this source has none of the flows',
  more: (count) => `… and ${count} more`,
  warning: (sentence, count) => (count > 1 ? `${sentence} (${count} times)` : sentence),
  progress: (flow, done, total) => `${flow}: ${done}${total === undefined ? '' : ` of ${total}`}`,
  next: (time) => `Next run at ${time}; Ctrl-C ends.`,
  columnsWritten: (file) => `Written: ${file}. Edit it where a column was misunderstood.`,
};

const FRENCH: SyncWording = {
  help: {
    sync: 'l’autre moitié : met en phase un ERP et le webservice d’une boutique',
    from: 'dossier d’exports, fichier de réglages, ou simulator:seed=42,articles=1000 (passerelle.sync.ts ou .json)',
    url: 'l’adresse du webservice',
    key: 'sa clé d’accès (sinon PASSERELLE_KEY)',
    erp: 'l’ERP',
    edition: 'ce qui est échangé',
    profile: 'la façon dont la boutique écrit ses réponses',
    flows: 'seulement ces flux, séparés par des virgules',
    orderStates: 'statuts des commandes à importer, séparés par des virgules',
    finalState: 'statut d’une commande une fois importée',
    customers: 'les clients modifiés en une seule requête, ou un par un',
    compression: 'des envois en masse : 0 aucune, 1 zlib, 3 deflate',
    state: 'dossier de ce qui a été envoyé',
    insecure: 'accepte tout certificat TLS',
    dryRun: 'affiche ce qui serait fait, sans rien faire',
    everything: 'envoie aussi ce qui n’a pas changé',
    watch: 'continue, avec une synchronisation toutes les tant de minutes (15)',
    json: 'affiche le compte rendu en JSON',
    writeColumns: 'écrit comment les colonnes du dossier ont été comprises, pour les corriger, et s’arrête',
    examples: `
Exemples :
  $ passerelle sync ./exports --url https://boutique.example/webservice --key CLE --dry-run
  $ passerelle sync passerelle.sync.json --watch 30
  $ passerelle sync simulator:seed=42,articles=1000 --url http://127.0.0.1:8787/webservice --key CLE

Codes de sortie : 0 tout est fait, 1 des enregistrements ont échoué, 2 arrêt ou impossible de commencer.`,
  },
  flows: {
    products: 'produits',
    customers: 'clients',
    'price-rules': 'grilles de prix',
    'shop-customers': 'clients de la boutique',
    orders: 'commandes',
    tracking: 'suivi',
    documents: 'documents',
  },
  plan: 'Ce qu’une synchronisation ferait :',
  nothingToDo: '  rien : la boutique et l’ERP sont en phase',
  ends: {
    complete: 'Terminé',
    with_failures: 'Terminé, avec des échecs',
    stopped: 'Arrêté',
    planned: 'Rien n’a été modifié (simulation)',
  },
  watchExpected: 'un nombre de minutes, à partir de 1',
  flow: (flow, { read, seconds, ...counts }) =>
    read === 0
      ? `${flow} : rien`
      : `${flow} : ${read} au total (${countsText(counts, FRENCH_COUNTS)}), ${seconds} s`,
  noFlow: 'rien à échanger : cette édition ou cette source n’a aucun des flux demandés',
  more: (count) => `… et ${count} autre(s)`,
  warning: (sentence, count) => (count > 1 ? `${sentence} (${count} fois)` : sentence),
  progress: (flow, done, total) => `${flow} : ${done}${total === undefined ? '' : ` sur ${total}`}`,
  next: (time) => `Prochaine synchronisation à ${time} ; Ctrl-C pour arrêter.`,
  columnsWritten: (file) => `Écrit : ${file}. Corrigez-le là où une colonne a été mal comprise.`,
};

type Outcomes = Omit<SyncCounts, 'read' | 'seconds'>;
interface OutcomeWords extends Readonly<Record<'unchanged' | 'skipped' | 'failed', string>> {
  sent(count: number): string;
  readonly colon: string;
  readonly semicolon: string;
}

/** Nouns where French would have to agree with each flow's gender. */
const FRENCH_COUNTS: OutcomeWords = {
  sent: (count) => (count > 1 ? 'envois' : 'envoi'),
  colon: ' : ',
  semicolon: ' ; ',
  unchanged: 'sans changement',
  skipped: 'hors envoi',
  failed: 'en échec',
};
const ENGLISH_COUNTS: OutcomeWords = {
  sent: () => 'sent',
  colon: ': ',
  semicolon: '; ',
  unchanged: 'unchanged',
  skipped: 'skipped',
  failed: 'failed',
};

/** What is not zero: `7 sent: update_product 6, add_product 1; 194 unchanged`. */
function countsText({ operations, ...counts }: Outcomes, words: OutcomeWords): string {
  const calls = Object.entries(operations).map(([name, count]) => `${name} ${count}`);
  const parts: readonly (readonly [count: number, text: string])[] = [
    [
      counts.sent,
      `${counts.sent} ${words.sent(counts.sent)}${calls.length > 0 ? `${words.colon}${calls.join(', ')}` : ''}`,
    ],
    [counts.unchanged, `${counts.unchanged} ${words.unchanged}`],
    [counts.skipped, `${counts.skipped} ${words.skipped}`],
    [counts.failed, `${counts.failed} ${words.failed}`],
  ];
  return parts.flatMap(([count, text]) => (count > 0 ? [text] : [])).join(words.semicolon);
}

export const SYNC_WORDING: Readonly<Record<Language, SyncWording>> = { en: ENGLISH, fr: FRENCH };
