import type { DeliveryOutcome, DisabledBecause } from '../../shop/webhooks.ts';
import type { Language } from '../../shop/wording.ts';
import { plural } from './plural.ts';

/** What `webhooks` says, and its help. */
export interface WebhooksWording {
  readonly help: Readonly<Record<WebhooksHelp, string>>;
  readonly columns: readonly [
    id: string,
    url: string,
    label: string,
    kinds: string,
    state: string,
    waiting: string,
  ];
  readonly all: string;
  readonly active: string;
  readonly none: string;
  readonly noDelivery: string;
  readonly because: Readonly<Record<DisabledBecause, string>>;
  readonly outcomes: Readonly<Record<DeliveryOutcome, string>>;
  readonly momentExpected: string;
  readonly hoursExpected: string;
  readonly limitExpected: string;
  disabled(since: string, because: string): string;
  failing(since: string): string;
  missed(count: number): string;
  added(id: string): string;
  removed(id: string): string;
  changed(id: string): string;
  enabled(id: string): string;
  wasDisabled(id: string): string;
  rotated(id: string, until: string): string;
  queued(count: number): string;
  tried(answer: string): string;
  failed(answer: string): string;
  next(moment: string): string;
}

type WebhooksHelp =
  | 'webhooks'
  | 'list'
  | 'add'
  | 'url'
  | 'kinds'
  | 'label'
  | 'change'
  | 'newKinds'
  | 'remove'
  | 'id'
  | 'test'
  | 'resend'
  | 'event'
  | 'since'
  | 'until'
  | 'failed'
  | 'deliveries'
  | 'onlyId'
  | 'onlyFailed'
  | 'limit'
  | 'enable'
  | 'disable'
  | 'rotate'
  | 'overlap'
  | 'json';

const ENGLISH: WebhooksWording = {
  help: {
    webhooks: 'addresses that are told of changes: list, add, remove, test, look after',
    list: 'list the addresses with their state',
    add: 'add an address, told of what changes from now on; print its secret, once',
    url: 'https://HOST/PATH',
    kinds: 'what it is told of, separated by commas: product, order.created … (all by default)',
    label: 'what it is for',
    change: 'change its address, its label, or what it is told of',
    newKinds: 'as of "webhooks add"; "all": everything again',
    remove: 'remove an address, with all that waits for it',
    id: 'the id that "webhooks list" shows',
    test: 'send a message that tells of nothing, and show the answer',
    resend: 'send events again; each keeps its id',
    event: 'this event only, by its id',
    since: 'all since this moment: 2026-03-22, "2026-03-22 10:09", 2h, 7d',
    until: 'before this moment',
    failed: 'all that were given up',
    deliveries: 'show the attempts, oldest first',
    onlyId: 'of this webhook only',
    onlyFailed: 'those that failed only',
    limit: 'how many at most (50)',
    enable: 'go on with an address that was disabled',
    disable: 'send nothing more until it is enabled',
    rotate: 'make a new secret and print it, once; the old one signs too for a while',
    overlap: 'how long the old secret signs too, in hours (24)',
    json: 'as JSON Lines',
  },
  columns: ['id', 'address', 'label', 'told of', 'state', 'waiting'],
  all: 'all',
  active: 'active',
  none: 'No webhook yet: "passerelle webhooks add" makes one.',
  noDelivery: 'No attempt yet.',
  because: { failing: 'it failed for days', gone: 'it answered 410', by_hand: 'by hand' },
  outcomes: { delivered: 'delivered', failed: 'failed', gave_up: 'gave up' },
  momentExpected:
    'expected a date such as 2026-03-22 or "2026-03-22 10:09", or a time span such as 30m, 2h, 7d',
  hoursExpected: 'expected a whole number of hours, up to 720',
  limitExpected: 'expected a whole number from 1',
  disabled: (since, because) => `disabled ${since} (${because})`,
  failing: (since) => `failing since ${since}`,
  missed: (count) => `, missed ${count}`,
  added: (id) => `Webhook ${id} added. This is the only time that its secret is shown:`,
  removed: (id) => `Webhook ${id} removed.`,
  changed: (id) => `Webhook ${id} changed.`,
  enabled: (id) => `Webhook ${id} is enabled: it goes on where it stopped.`,
  wasDisabled: (id) => `Webhook ${id} is disabled.`,
  rotated: (id, until) =>
    `New secret of webhook ${id}, shown this once; the old one signs too until ${until}:`,
  queued: (count) => `${plural('en')(count, 'event')} queued.`,
  tried: (answer) => `Delivered: ${answer}`,
  failed: (answer) => `Not delivered: ${answer}`,
  next: (moment) => `next ${moment}`,
};

const FRENCH: WebhooksWording = {
  help: {
    webhooks: 'adresses prévenues des changements : liste, ajout, retrait, essai, suivi',
    list: 'liste les adresses et leur état',
    add: 'ajoute une adresse, prévenue de ce qui change désormais ; affiche son secret, une seule fois',
    url: 'https://HÔTE/CHEMIN',
    kinds: 'ce dont elle est prévenue, séparé par des virgules : product, order.created … (tout par défaut)',
    label: 'à quoi elle sert',
    change: 'modifie son adresse, son libellé ou ce dont elle est prévenue',
    newKinds: 'comme pour « webhooks add » ; « all » : de nouveau tout',
    remove: 'retire une adresse, avec tout ce qui l’attend',
    id: 'l’identifiant donné par « webhooks list »',
    test: 'envoie un message qui n’annonce rien, et montre la réponse',
    resend: 'renvoie des événements ; chacun garde son identifiant',
    event: 'cet événement seulement, par son identifiant',
    since: 'tous depuis ce moment : 2026-03-22, « 2026-03-22 10:09 », 2h, 7d',
    until: 'avant ce moment',
    failed: 'tous ceux qui ont été abandonnés',
    deliveries: 'montre les envois, du plus ancien au plus récent',
    onlyId: 'de ce webhook seulement',
    onlyFailed: 'les échecs seulement',
    limit: 'combien au plus (50)',
    enable: 'reprend avec une adresse désactivée',
    disable: 'n’envoie plus rien jusqu’à la réactivation',
    rotate: 'crée un nouveau secret et l’affiche, une seule fois ; l’ancien signe encore un temps',
    overlap: 'combien de temps l’ancien secret signe encore, en heures (24)',
    json: 'en JSON Lines',
  },
  columns: ['identifiant', 'adresse', 'libellé', 'prévenue de', 'état', 'en attente'],
  all: 'tout',
  active: 'active',
  none: 'Aucun webhook : « passerelle webhooks add » en crée un.',
  noDelivery: 'Aucun envoi.',
  because: { failing: 'en échec depuis des jours', gone: 'a répondu 410', by_hand: 'à la main' },
  outcomes: { delivered: 'livré', failed: 'échec', gave_up: 'abandonné' },
  momentExpected:
    'une date est attendue (2026-03-22, « 2026-03-22 10:09 »), ou une durée telle que 30m, 2h, 7d',
  hoursExpected: 'un nombre entier d’heures est attendu, 720 au plus',
  limitExpected: 'un nombre entier à partir de 1 est attendu',
  disabled: (since, because) => `désactivée le ${since} (${because})`,
  failing: (since) => `en échec depuis ${since}`,
  missed: (count) => `, ${count} manqués`,
  added: (id) => `Webhook ${id} ajouté. Son secret n’est affiché que cette fois :`,
  removed: (id) => `Webhook ${id} retiré.`,
  changed: (id) => `Webhook ${id} modifié.`,
  enabled: (id) => `Le webhook ${id} est réactivé : il reprend où il s’était arrêté.`,
  wasDisabled: (id) => `Le webhook ${id} est désactivé.`,
  rotated: (id, until) =>
    `Nouveau secret du webhook ${id}, affiché cette seule fois ; l’ancien signe encore jusqu’au ${until} :`,
  queued: (count) => `${plural('fr')(count, 'événement')} en attente d’envoi.`,
  tried: (answer) => `Livré : ${answer}`,
  failed: (answer) => `Non livré : ${answer}`,
  next: (moment) => `prochain ${moment}`,
};

export const WEBHOOKS_WORDING: Readonly<Record<Language, WebhooksWording>> = { en: ENGLISH, fr: FRENCH };
