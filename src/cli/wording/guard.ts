import type { GuardedKind } from '../../domain/guard.ts';
import type { HoldStatus } from '../../shop/guard-desk.ts';
import { GUARDED_WORDS } from '../../shop/guard-wording.ts';
import type { Language } from '../../shop/wording.ts';

/** What `guard` says, and its help. */
export interface GuardWording {
  readonly help: Readonly<Record<'guard' | 'list' | 'id' | 'release' | 'refuse' | 'lift' | 'json', string>>;
  readonly columns: readonly [id: string, when: string, what: string, exchange: string, state: string];
  readonly statuses: Readonly<Record<HoldStatus, string>>;
  readonly none: string;
  what(kind: GuardedKind, count: number, catalogue: number): string;
  decided(status: HoldStatus, until: string | undefined): string;
}

const ENGLISH: GuardWording = {
  help: {
    guard: 'runs of the ERP that would have changed too much of the catalogue',
    list: 'list what is held, and what was decided',
    id: 'the id that the list shows',
    release: 'let such changes through for a day: the connector’s next run brings them again',
    refuse: 'go on refusing such changes until the hold is lifted',
    lift: 'end the hold: the next run is counted from the beginning',
    json: 'as JSON Lines',
  },
  columns: ['id', 'since', 'what', 'exchange', 'state'],
  statuses: { held: 'held', refused: 'refused', released: 'released', lifted: 'lifted' },
  none: 'Nothing was held.',
  what: (kind, count, catalogue) =>
    `${GUARDED_WORDS.en[kind]}: ${count} of ${catalogue} products, and more to come`,
  decided: (status, until) =>
    ({
      held: '',
      refused: 'Such changes go on being refused.',
      released: `Such changes go through until ${until}. The connector’s next run brings them again.`,
      lifted: 'The hold is over; the next run is counted from the beginning.',
    })[status],
};

const FRENCH: GuardWording = {
  help: {
    guard: 'les envois de l’ERP qui auraient trop changé le catalogue',
    list: 'liste ce qui est retenu, et ce qui a été décidé',
    id: 'l’identifiant donné par la liste',
    release: 'laisse passer ces changements pendant un jour : le prochain envoi du connecteur les rapporte',
    refuse: 'continue de refuser ces changements jusqu’à ce que la retenue soit levée',
    lift: 'met fin à la retenue : le prochain envoi est compté depuis zéro',
    json: 'en JSON Lines',
  },
  columns: ['id', 'depuis', 'quoi', 'échange', 'état'],
  statuses: { held: 'retenu', refused: 'refusé', released: 'libéré', lifted: 'levé' },
  none: 'Rien n’a été retenu.',
  what: (kind, count, catalogue) =>
    `${GUARDED_WORDS.fr[kind]} : ${count} articles sur ${catalogue}, et d’autres suivent`,
  decided: (status, until) =>
    ({
      held: '',
      refused: 'Ces changements continuent d’être refusés.',
      released: `Ces changements passent jusqu’au ${until}. Le prochain envoi du connecteur les rapporte.`,
      lifted: 'La retenue est levée ; le prochain envoi est compté depuis zéro.',
    })[status],
};

export const GUARD_WORDING: Readonly<Record<Language, GuardWording>> = { en: ENGLISH, fr: FRENCH };
