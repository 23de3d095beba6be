import type { Language } from '../../shop/wording.ts';

/** What the bundle's first page says. */
export interface IndexWords {
  readonly title: string;
  readonly redacted: string;
  readonly notRedacted: string;
  readonly about: string;
  readonly moment: string;
  readonly resource: string;
  readonly record: string;
  readonly outcome: string;
  readonly files: string;
  readonly effect: string;
  readonly nothing: string;
  readonly request: string;
  readonly cut: string;
  readonly reply: string;
}

export const INDEX_WORDS: Readonly<Record<Language, IndexWords>> = {
  en: {
    title: 'Exchanges of the shop',
    redacted:
      'Names, e-mail and postal addresses and telephone numbers are replaced: the same value by the same word. Ids, customer codes and what was bought are as they were.',
    notRedacted: 'This bundle holds personal data: it is for those alone who may see it.',
    about: 'Server and settings',
    moment: 'When',
    resource: 'Resource',
    record: 'Record',
    outcome: 'Outcome',
    files: 'Files',
    effect: 'Effect on the shop',
    nothing: 'none',
    request: 'request',
    cut: 'beginning of the request',
    reply: 'reply',
  },
  fr: {
    title: 'Échanges de la boutique',
    redacted:
      'Les noms, adresses électroniques et postales et numéros de téléphone sont remplacés : la même valeur par le même mot. Les identifiants, codes clients et articles sont restés tels quels.',
    notRedacted:
      'Ce dossier contient des données personnelles : il est réservé à qui a le droit de les voir.',
    about: 'Serveur et réglages',
    moment: 'Quand',
    resource: 'Ressource',
    record: 'Enregistrement',
    outcome: 'Résultat',
    files: 'Fichiers',
    effect: 'Effet sur la boutique',
    nothing: 'aucun',
    request: 'requête',
    cut: 'début de la requête',
    reply: 'réponse',
  },
};
