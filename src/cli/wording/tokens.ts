import type { Language } from '../../shop/wording.ts';

/** What `tokens` says, and its help. */
export interface TokensWording {
  readonly help: Readonly<Record<'tokens' | 'list' | 'add' | 'scope' | 'label' | 'revoke' | 'id', string>>;
  readonly columns: readonly [
    id: string,
    label: string,
    scopes: string,
    created: string,
    lastUsed: string,
    state: string,
  ];
  readonly valid: string;
  readonly never: string;
  readonly none: string;
  /** Of `yyyy-mm-dd hh`. */
  inHour(hour: string): string;
  revokedAt(date: string): string;
  added(id: string): string;
  revoked(id: string): string;
}

const ENGLISH: TokensWording = {
  help: {
    tokens: 'list, add and revoke tokens of the JSON API',
    list: 'list the tokens; their text is stored nowhere',
    add: 'make a new token and print it, once',
    scope:
      'what it may do: catalogue (products, categories, images: safe in a browser’s page), read (that, all prices, customers), ' +
      'orders (orders and documents), admin (everything)',
    label: 'who has it',
    revoke: 'make a token invalid; running servers notice within a second',
    id: 'the id that "tokens list" shows',
  },
  columns: ['id', 'label', 'scopes', 'created', 'last used', 'state'],
  valid: 'valid',
  never: 'never',
  none: 'No token yet: "passerelle tokens add" makes one.',
  inHour: (hour) => `${hour}h`,
  revokedAt: (date) => `revoked ${date}`,
  added: (id) => `Token ${id} made. This is the only time that it is shown:`,
  revoked: (id) => `Token ${id} is no longer valid.`,
};

const FRENCH: TokensWording = {
  help: {
    tokens: 'liste, ajoute et révoque les jetons de l’API JSON',
    list: 'liste les jetons ; leur texte n’est conservé nulle part',
    add: 'crée un jeton et l’affiche, une seule fois',
    scope:
      'ce qu’il permet : catalogue (articles, catégories, images : sans risque dans une page web), read (cela, tous les prix, les clients), ' +
      'orders (commandes et documents), admin (tout)',
    label: 'à qui il est confié',
    revoke: 'invalide un jeton ; les serveurs en marche en tiennent compte en une seconde',
    id: 'l’identifiant donné par « tokens list »',
  },
  columns: ['identifiant', 'libellé', 'droits', 'créé', 'dernier usage', 'état'],
  valid: 'valide',
  never: 'jamais',
  none: 'Aucun jeton : « passerelle tokens add » en crée un.',
  inHour: (hour) => `${hour} h`,
  revokedAt: (date) => `révoqué le ${date}`,
  added: (id) => `Jeton ${id} créé. Il n’est affiché que cette fois :`,
  revoked: (id) => `Le jeton ${id} n’est plus valide.`,
};

export const TOKENS_WORDING: Readonly<Record<Language, TokensWording>> = { en: ENGLISH, fr: FRENCH };
