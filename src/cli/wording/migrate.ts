import type { Language } from '../../shop/wording.ts';

/** What `migrate` says, and its help. */
export interface MigrateWording {
  readonly help: Readonly<Record<'migrate' | 'to' | 'toSchema' | 'examples', string>>;
  applied(ids: readonly string[]): string;
  copied(table: string, rows: number): string;
  compared(rows: number): string;
  readonly setting: string;
}

const ENGLISH: MigrateWording = {
  help: {
    migrate: 'bring the store’s schema up to date, or with --to the whole shop into an empty store',
    to: 'the new store: postgres://… or sqlite:PATH',
    toSchema: 'PostgreSQL: the shop’s schema there (as configured)',
    examples: `
Stop the server before --to: what is written meanwhile would be missing, and the copy is then refused.
The old store is kept as it is; images and documents stay where they are.

Example:
  $ passerelle migrate --to postgres://passerelle@db1/shops`,
  },
  applied: (ids) => (ids.length === 0 ? 'The schema is up to date.' : `Applied: ${ids.join(', ')}`),
  copied: (table, rows) => `  ${table}: ${rows}`,
  compared: (rows) => `${rows} rows copied, read back and found equal.`,
  setting: 'Now change the shop’s settings to (*** is the password):',
};

const FRENCH: MigrateWording = {
  help: {
    migrate: 'met à jour le schéma de la base, ou avec --to copie toute la boutique dans une base vide',
    to: 'la nouvelle base : postgres://… ou sqlite:CHEMIN',
    toSchema: 'PostgreSQL : le schéma de la boutique dans cette base (celui qui est configuré)',
    examples: `
Arrêtez le serveur avant --to : ce qui serait écrit entre-temps manquerait, et la copie est alors refusée.
L’ancienne base reste telle quelle ; les images et les documents restent où ils sont.

Exemple :
  $ passerelle migrate --to postgres://passerelle@db1/boutiques`,
  },
  applied: (ids) => (ids.length === 0 ? 'Le schéma est à jour.' : `Appliqué : ${ids.join(', ')}`),
  copied: (table, rows) => `  ${table} : ${rows}`,
  compared: (rows) => `${rows} lignes copiées, relues et trouvées égales.`,
  setting: 'Changez maintenant les réglages de la boutique en (*** est le mot de passe) :',
};

export const MIGRATE_WORDING: Readonly<Record<Language, MigrateWording>> = { en: ENGLISH, fr: FRENCH };
