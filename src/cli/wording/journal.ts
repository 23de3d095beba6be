import type { Language } from '../../shop/wording.ts';

/** What `journal` says, and its help. */
export interface JournalWording {
  readonly help: Readonly<Record<JournalHelp, string>>;
  readonly sinceExpected: string;
  readonly limitExpected: string;
  readonly runExpected: string;
  readonly empty: string;
  readonly effect: string;
  readonly transformations: string;
  /** Of a sheet. */
  readonly messages: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Record<'dropped' | 'refused', string>>;
  readonly emptied: string;
  readonly request: string;
  readonly reply: string;
  readonly notKept: string;
  readonly notRecorded: string;
  more(limit: number): string;
  exchanges(count: number): string;
  unchanged(count: number): string;
  replayOf(id: string): string;
  said(text: string): string;
  moreTransformations(count: number): string;
}

type JournalHelp =
  | 'journal'
  | 'show'
  | 'id'
  | 'follow'
  | 'since'
  | 'resource'
  | 'reference'
  | 'outcome'
  | 'run'
  | 'runs'
  | 'limit'
  | 'json';

const ENGLISH: JournalWording = {
  help: {
    journal: 'show the exchanges with the connector',
    show: 'show one exchange with its effect, what was transformed, its request and its reply',
    id: 'the id that the journal shows',
    follow: 'go on with what comes',
    since: 'from this moment on: 2026-03-22, "2026-03-22 10:09", 30m, 2h, 7d',
    resource: 'of this resource only, for instance update_product',
    reference: 'about this record only: a reference, customer code or order id',
    outcome: 'of these outcomes only, separated by commas',
    run: 'of this run only: an id of `journal runs`',
    runs: 'show the runs: the connector’s passes, with what they came to',
    limit: 'how many at most (50; 1000 with --since)',
    json: 'as JSON Lines',
  },
  sinceExpected:
    'expected a date such as 2026-03-22 or "2026-03-22 10:09", or a time span such as 30m, 2h, 7d',
  limitExpected: 'expected a whole number from 1',
  runExpected: 'expected an id that `journal runs` shows',
  empty: 'No exchange yet.',
  effect: 'Effect',
  transformations: 'Transformations',
  messages: { request: 'the request', reply: 'the reply' },
  verdicts: { dropped: 'dropped', refused: 'refused' },
  emptied: '(emptied)',
  request: 'Request',
  reply: 'Reply',
  notKept: '(not kept)',
  notRecorded: '(not recorded: journal.record was "outcomes")',
  exchanges: (count) => `${count} exchange${count === 1 ? '' : 's'}`,
  unchanged: (count) => `${count} unchanged`,
  replayOf: (id) => `replay of ${id}`,
  said: (text) => `says: ${text}`,
  moreTransformations: (count) => `… and ${count} more, not kept`,
  more: (limit) => `Only the last ${limit} are shown; --limit shows more.`,
};

const FRENCH: JournalWording = {
  help: {
    journal: 'montre les échanges avec le connecteur',
    show: 'montre un échange avec son effet, ce qui a été transformé, sa requête et sa réponse',
    id: 'l’identifiant donné par le journal',
    follow: 'continue avec ce qui arrive',
    since: 'à partir de ce moment : 2026-03-22, « 2026-03-22 10:09 », 30m, 2h, 7d',
    resource: 'de cette ressource seulement, par exemple update_product',
    reference: 'sur cet enregistrement seulement : référence, code client ou numéro de commande',
    outcome: 'de ces résultats seulement, séparés par des virgules',
    run: 'de ce passage seulement : un identifiant de `journal runs`',
    runs: 'montre les passages du connecteur, avec leur bilan',
    limit: 'combien au plus (50 ; 1000 avec --since)',
    json: 'en JSON Lines',
  },
  sinceExpected:
    'une date est attendue (2026-03-22, « 2026-03-22 10:09 »), ou une durée telle que 30m, 2h, 7d',
  limitExpected: 'un nombre entier à partir de 1 est attendu',
  runExpected: 'un identifiant donné par `journal runs` est attendu',
  empty: 'Aucun échange.',
  effect: 'Effet',
  transformations: 'Transformations',
  messages: { request: 'la requête', reply: 'la réponse' },
  verdicts: { dropped: 'écarté', refused: 'refusé' },
  emptied: '(vidé)',
  request: 'Requête',
  reply: 'Réponse',
  notKept: '(non conservée)',
  notRecorded: '(non enregistrée : journal.record valait « outcomes »)',
  exchanges: (count) => `${count} échange${count > 1 ? 's' : ''}`,
  unchanged: (count) => `${count} sans changement`,
  replayOf: (id) => `échange ${id}, rejoué`,
  said: (text) => `dit : ${text}`,
  moreTransformations: (count) => `… et ${count} de plus, non conservées`,
  more: (limit) => `Seuls les ${limit} derniers sont montrés ; --limit en montre plus.`,
};

export const JOURNAL_WORDING: Readonly<Record<Language, JournalWording>> = { en: ENGLISH, fr: FRENCH };
