import type { Language } from '../../shop/wording.ts';

/** What `users` says, and its help. */
export interface UsersWording {
  readonly help: Readonly<
    Record<
      'users' | 'list' | 'add' | 'name' | 'role' | 'language' | 'stdin' | 'password' | 'remove' | 'setupCode',
      string
    >
  >;
  readonly columns: readonly [name: string, role: string, language: string, created: string];
  readonly none: string;
  readonly setUpAlready: string;
  added(name: string): string;
  /** Where the password was made. */
  readonly shownOnce: string;
  changed(name: string): string;
  removed(name: string): string;
}

const ENGLISH: UsersWording = {
  help: {
    users: 'list, add and remove people of the console, change a lost password',
    list: 'list the people; their passwords are stored nowhere',
    add: 'add somebody; a password is made and printed, once',
    name: 'what he or she logs in with, in any letter case',
    role: 'viewer sees everything, operator keeps the link going, admin may do everything',
    language: 'of the console’s pages',
    stdin: 'take the password from standard input (its first line) instead of making one',
    password: 'make a new password and print it, once; all sessions end',
    remove: 'remove somebody, with all sessions',
    setupCode: 'print the code with which the first user is made in a browser',
  },
  columns: ['name', 'role', 'language', 'created'],
  none: 'Nobody yet: open the console in a browser ("passerelle users setup-code" prints its code), or "passerelle users add NAME --role admin".',
  setUpAlready: 'The console has people already: there is no code any more.',
  added: (name) => `${name} may use the console.`,
  shownOnce: 'The password; this is the only time that it is shown:',
  changed: (name) => `${name} has a new password, and is logged out everywhere.`,
  removed: (name) => `${name} may not use the console any more.`,
};

const FRENCH: UsersWording = {
  help: {
    users: 'liste, ajoute et retire les utilisateurs de la console, change un mot de passe perdu',
    list: 'liste les utilisateurs ; leurs mots de passe ne sont conservés nulle part',
    add: 'ajoute quelqu’un ; un mot de passe est créé et affiché, une seule fois',
    name: 'son nom de connexion, en majuscules ou minuscules',
    role: 'viewer voit tout, operator fait fonctionner la liaison, admin peut tout',
    language: 'des pages de la console',
    stdin: 'prend le mot de passe sur l’entrée standard (sa première ligne) au lieu d’en créer un',
    password: 'crée un nouveau mot de passe et l’affiche, une seule fois ; toutes les sessions se terminent',
    remove: 'retire quelqu’un, avec toutes ses sessions',
    setupCode: 'affiche le code qui permet de créer le premier utilisateur dans un navigateur',
  },
  columns: ['nom', 'rôle', 'langue', 'créé'],
  none: 'Personne encore : ouvrez la console dans un navigateur (« passerelle users setup-code » affiche son code), ou « passerelle users add NOM --role admin ».',
  setUpAlready: 'La console a déjà des utilisateurs : il n’y a plus de code.',
  added: (name) => `${name} peut utiliser la console.`,
  shownOnce: 'Le mot de passe, affiché cette seule fois :',
  changed: (name) => `${name} a un nouveau mot de passe, et est déconnecté partout.`,
  removed: (name) => `${name} ne peut plus utiliser la console.`,
};

export const USERS_WORDING: Readonly<Record<Language, UsersWording>> = { en: ENGLISH, fr: FRENCH };
