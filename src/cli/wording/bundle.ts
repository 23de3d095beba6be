import type { Language } from '../../shop/wording.ts';

/** What `bundle` says, and its help. */
export interface BundleWording {
  readonly help: Readonly<Record<'bundle' | 'ids' | 'run' | 'output' | 'personal' | 'examples', string>>;
  readonly none: string;
  readonly exists: string;
  progress(done: number, total: number): string;
  written(count: number, file: string): string;
  readonly redacted: string;
  readonly personal: string;
}

const ENGLISH: BundleWording = {
  help: {
    bundle:
      'put exchanges into a zip for a support desk: requests, replies and effects, without keys, names and addresses',
    ids: 'ids that the journal shows',
    run: 'all exchanges of this run: an id of `journal runs`',
    output: 'the zip; passerelle-SHOP-DATE.zip in the current folder otherwise',
    personal: 'leave names, e-mail and postal addresses and telephone numbers as they are',
    examples: `
Examples:
  passerelle bundle ID
  passerelle bundle --run RUN --output run.zip
  passerelle bundle --since 2h --outcome refused,failed`,
  },
  none: 'No exchange is selected.',
  exists: 'there is such a file already',
  progress: (done, total) => `${done} of ${total} exchanges`,
  written: (count, file) => `${count} exchange${count === 1 ? '' : 's'} written to ${file}.`,
  redacted:
    'Names, addresses and telephone numbers are replaced. Free texts may still name people: have a look before you send it.',
  personal: 'It holds personal data.',
};

const FRENCH: BundleWording = {
  help: {
    bundle:
      'met des échanges dans un zip pour un support : requêtes, réponses et effets, sans clés, noms ni adresses',
    ids: 'les identifiants donnés par le journal',
    run: 'tous les échanges de ce passage : un identifiant de `journal runs`',
    output: 'le zip ; sinon passerelle-BOUTIQUE-DATE.zip dans le dossier courant',
    personal: 'laisse les noms, adresses électroniques et postales et numéros de téléphone tels quels',
    examples: `
Exemples :
  passerelle bundle ID
  passerelle bundle --run PASSAGE --output passage.zip
  passerelle bundle --since 2h --outcome refused,failed`,
  },
  none: 'Aucun échange ne correspond.',
  exists: 'ce fichier existe déjà',
  progress: (done, total) => `${done} échanges sur ${total}`,
  written: (count, file) => `${count} échange${count > 1 ? 's' : ''} dans ${file}.`,
  redacted:
    'Les noms, adresses et numéros de téléphone sont remplacés. Un texte libre peut encore nommer quelqu’un : regardez avant d’envoyer.',
  personal: 'Il contient des données personnelles.',
};

export const BUNDLE_WORDING: Readonly<Record<Language, BundleWording>> = { en: ENGLISH, fr: FRENCH };
