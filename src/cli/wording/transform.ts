import type { Language } from '../../shop/wording.ts';

/** What `transform` says, and its help. */
export interface TransformWording {
  readonly help: Readonly<Record<'transform' | 'try' | 'message' | 'resource' | 'reply' | 'watch', string>>;
  /** Nothing in the configuration transforms this message. */
  readonly none: string;
  readonly unchanged: string;
  /** Before what `xsl:message` said. */
  readonly says: string;
  /** After a try; another one comes with the next change of a file. */
  readonly watching: string;
}

const ENGLISH: TransformWording = {
  help: {
    transform: 'try what changes messages on their way: sheets, field maps, hooks',
    try: 'run a message through the shop’s sheets, field maps and hooks, and show what each one changes; nothing is saved',
    message: 'a file with the message’s XML, or the id of an exchange in the journal',
    resource: 'the message, where neither the XML nor a .json file beside it names it: update_product …',
    reply:
      'the file is the shop’s reply (orders), or take the exchange’s reply, which has been transformed already',
    watch: 'try again whenever the message, a sheet or a module of hooks changes',
  },
  none: 'Nothing in the configuration transforms this message.',
  unchanged: 'unchanged',
  says: 'says:',
  watching: 'Waiting for changes (Ctrl-C ends).',
};

const FRENCH: TransformWording = {
  help: {
    transform: 'essaie ce qui transforme les messages : feuilles, correspondances de champs, fonctions',
    try: 'fait passer un message par les feuilles, correspondances et fonctions de la boutique, et montre ce que chacune change ; rien n’est enregistré',
    message: 'un fichier avec le XML du message, ou l’identifiant d’un échange du journal',
    resource: 'le message, si ni le XML ni un fichier .json à côté ne le nomme : update_product …',
    reply:
      'le fichier est la réponse de la boutique (orders), ou prend la réponse de l’échange, déjà transformée',
    watch: 'essaie de nouveau dès que le message, une feuille ou un module de fonctions change',
  },
  none: 'Rien dans la configuration ne transforme ce message.',
  unchanged: 'inchangé',
  says: 'dit :',
  watching: 'En attente de modifications (Ctrl-C termine).',
};

export const TRANSFORM_WORDING: Readonly<Record<Language, TransformWording>> = { en: ENGLISH, fr: FRENCH };
