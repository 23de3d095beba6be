import type { ReplayCounts } from '../../shop/replay.ts';
import type { Language } from '../../shop/wording.ts';

/** What `replay` says, and its help. */
export interface ReplayWording {
  readonly help: Readonly<Record<ReplayHelp, string>>;
  readonly asBefore: string;
  readonly otherReply: string;
  readonly oldReply: string;
  readonly newReply: string;
  readonly notKept: string;
  readonly copying: string;
  readonly none: string;
  readonly oneExpected: string;
  readonly exists: string;
  readonly interrupted: string;
  question(count: number, shop: string): string;
  saved(file: string): string;
  progress(done: number, total: number): string;
  onCopy(counts: ReplayCounts): string;
  forReal(counts: ReplayCounts): string;
}

type ReplayHelp = 'replay' | 'ids' | 'run' | 'edit' | 'saveRequest' | 'forReal' | 'yes' | 'json' | 'examples';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const counted = ({ replayed, different, effective, left }: ReplayCounts): string =>
  [
    plural(replayed, 'exchange replayed', 'exchanges replayed'),
    `${different} with another outcome or reply`,
    `${effective} with an effect`,
    `${left} not replayed`,
  ].join(', ');

const ENGLISH: ReplayWording = {
  help: {
    replay:
      'send exchanges of the journal again: on a copy of the shop, to see what they would do, or for real',
    ids: 'ids that the journal shows',
    run: 'all exchanges of this run: an id of `journal runs`',
    edit: 'replay one exchange with the request of this file',
    saveRequest: 'write the request of one exchange into this new file, to edit it, and do no more',
    forReal: 'on the shop itself; messages that hand orders over only where their ids are given',
    yes: 'with --for-real: without a question',
    json: 'as JSON Lines',
    examples: `
Examples:
  passerelle replay ID                                 what this exchange would do now
  passerelle replay --run RUN                          what a whole run would
  passerelle replay ID --save-request request.xml      then edit request.xml, and
  passerelle replay ID --edit request.xml --for-real   send it to the shop`,
  },
  asBefore: 'as before',
  otherReply: 'another reply',
  oldReply: 'Reply then',
  newReply: 'Reply now',
  notKept: '(not kept)',
  copying: 'Copying the shop …',
  none: 'No exchange is selected.',
  oneExpected: 'expected with exactly one exchange',
  exists: 'there is such a file already',
  interrupted: 'Interrupted: the rest was not replayed.',
  question: (count, shop) =>
    `Replay ${plural(count, 'exchange', 'exchanges')} on the shop "${shop}" for real? [y/N]`,
  saved: (file) => `Request written to ${file}.`,
  progress: (done, total) => `${done} of ${total} replayed`,
  onCopy: (counts) => `On a copy: ${counted(counts)}. The shop is as it was.`,
  forReal: (counts) => `For real: ${counted(counts)}.`,
};

const comptes = ({ replayed, different, effective, left }: ReplayCounts): string =>
  [
    `${replayed} échange${replayed > 1 ? 's' : ''} rejoué${replayed > 1 ? 's' : ''}`,
    `${different} avec un autre résultat ou une autre réponse`,
    `${effective} avec un effet`,
    `${left} non rejoué${left > 1 ? 's' : ''}`,
  ].join(', ');

const FRENCH: ReplayWording = {
  help: {
    replay:
      'renvoie des échanges du journal : sur une copie de la boutique, pour voir ce qu’ils feraient, ou pour de bon',
    ids: 'les identifiants donnés par le journal',
    run: 'tous les échanges de ce passage : un identifiant de `journal runs`',
    edit: 'rejoue un échange avec la requête de ce fichier',
    saveRequest: 'écrit la requête d’un échange dans ce nouveau fichier, pour la modifier, et rien de plus',
    forReal:
      'dans la boutique même ; les messages qui remettent des commandes, seulement si leurs identifiants sont donnés',
    yes: 'avec --for-real : sans question',
    json: 'en JSON Lines',
    examples: `
Exemples :
  passerelle replay ID                                 ce que cet échange ferait maintenant
  passerelle replay --run RUN                          ce que tout un passage ferait
  passerelle replay ID --save-request requete.xml      puis modifiez requete.xml, et
  passerelle replay ID --edit requete.xml --for-real   l’envoie à la boutique`,
  },
  asBefore: 'comme avant',
  otherReply: 'autre réponse',
  oldReply: 'Réponse d’alors',
  newReply: 'Réponse maintenant',
  notKept: '(non conservée)',
  copying: 'Copie de la boutique …',
  none: 'Aucun échange ne correspond.',
  oneExpected: 'à donner avec un échange exactement',
  exists: 'ce fichier existe déjà',
  interrupted: 'Interrompu : le reste n’a pas été rejoué.',
  question: (count, shop) =>
    `Rejouer ${count} échange${count > 1 ? 's' : ''} pour de bon dans la boutique « ${shop} » ? [o/N]`,
  saved: (file) => `Requête écrite dans ${file}.`,
  progress: (done, total) => `${done} rejoués sur ${total}`,
  onCopy: (counts) => `Sur une copie : ${comptes(counts)}. La boutique est inchangée.`,
  forReal: (counts) => `Pour de bon : ${comptes(counts)}.`,
};

export const REPLAY_WORDING: Readonly<Record<Language, ReplayWording>> = { en: ENGLISH, fr: FRENCH };
