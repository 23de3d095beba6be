import type { Language } from '../../shop/wording.ts';

/** What `changes` says, and its help. */
export interface ChangesWording {
  readonly help: Readonly<Record<'changes' | 'since' | 'entity' | 'limit' | 'follow' | 'json', string>>;
  readonly cursorExpected: string;
  readonly limitExpected: string;
  readonly empty: string;
  cursor(cursor: number): string;
}

const ENGLISH: ChangesWording = {
  help: {
    changes: 'show what changed in the shop, oldest first',
    since: 'behind this cursor (the last 50 changes by default); 0 begins with the very first',
    entity: 'of these records only, separated by commas',
    limit: 'how many at most (50; 1000 with --since)',
    follow: 'go on with what comes',
    json: 'as JSON Lines',
  },
  cursorExpected: 'expected a cursor: 0, 1, 2 …',
  limitExpected: 'expected a whole number from 1',
  empty: 'Nothing changed.',
  cursor: (cursor) => `What follows: --since ${cursor}`,
};

const FRENCH: ChangesWording = {
  help: {
    changes: 'montre ce qui a changé dans la boutique, du plus ancien au plus récent',
    since: 'après ce curseur (les 50 derniers changements par défaut) ; 0 commence au tout premier',
    entity: 'de ces enregistrements seulement, séparés par des virgules',
    limit: 'combien au plus (50 ; 1000 avec --since)',
    follow: 'continue avec ce qui arrive',
    json: 'en JSON Lines',
  },
  cursorExpected: 'un curseur est attendu : 0, 1, 2 …',
  limitExpected: 'un nombre entier à partir de 1 est attendu',
  empty: 'Rien n’a changé.',
  cursor: (cursor) => `Pour la suite : --since ${cursor}`,
};

export const CHANGES_WORDING: Readonly<Record<Language, ChangesWording>> = { en: ENGLISH, fr: FRENCH };
