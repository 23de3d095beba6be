import type { Language } from '../../shop/wording.ts';

/** What `keys` says, and its help. */
export interface KeysWording {
  readonly help: Readonly<Record<'keys' | 'list' | 'add' | 'label' | 'revoke' | 'id', string>>;
  readonly columns: readonly [id: string, label: string, created: string, state: string];
  readonly valid: string;
  readonly none: string;
  revokedAt(date: string): string;
  added(id: string): string;
  revoked(id: string): string;
  readonly configuredComesBack: string;
}

const ENGLISH: KeysWording = {
  help: {
    keys: 'list, add and revoke access keys',
    list: 'list the keys; their text is stored nowhere',
    add: 'make a new key and print it, once',
    label: 'what the key is for',
    revoke: 'make a key invalid; running servers notice within a second',
    id: 'the id that "keys list" shows',
  },
  columns: ['id', 'label', 'created', 'state'],
  valid: 'valid',
  none: 'No key yet: "passerelle keys add" makes one, and so does the first start.',
  revokedAt: (date) => `revoked ${date}`,
  added: (id) => `Key ${id} made. This is the only time that it is shown:`,
  revoked: (id) => `Key ${id} is no longer valid.`,
  configuredComesBack:
    'It is named by PASSERELLE_KEY or the configuration file: take it out there too, or the next start adds it again.',
};

const FRENCH: KeysWording = {
  help: {
    keys: 'liste, ajoute et révoque les clés d’accès',
    list: 'liste les clés ; leur texte n’est conservé nulle part',
    add: 'crée une clé et l’affiche, une seule fois',
    label: 'à quoi sert la clé',
    revoke: 'invalide une clé ; les serveurs en marche en tiennent compte en une seconde',
    id: 'l’identifiant donné par « keys list »',
  },
  columns: ['identifiant', 'libellé', 'créée', 'état'],
  valid: 'valide',
  none: 'Aucune clé : « passerelle keys add » en crée une, le premier démarrage aussi.',
  revokedAt: (date) => `révoquée le ${date}`,
  added: (id) => `Clé ${id} créée. Elle n’est affichée que cette fois :`,
  revoked: (id) => `La clé ${id} n’est plus valide.`,
  configuredComesBack:
    'Elle vient de PASSERELLE_KEY ou du fichier de configuration : retirez-la aussi de là, sinon le prochain démarrage l’ajoutera de nouveau.',
};

export const KEYS_WORDING: Readonly<Record<Language, KeysWording>> = { en: ENGLISH, fr: FRENCH };
