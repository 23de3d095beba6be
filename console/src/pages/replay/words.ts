import { dictionary, plural } from '../../i18n/words.ts';

interface Counts {
  readonly replayed: number;
  readonly different: number;
  readonly effective: number;
  readonly left: number;
}

export const REPLAY_WORDS = dictionary({
  en: {
    back: 'Exchange',
    backToList: 'Exchanges',
    titleOf: (name: string) => `Replay: ${name}`,
    lead: 'Send this request once more, as it was or corrected. Try it on a copy first: the shop stays as it is.',
    request: 'The request',
    requestLead: 'As the ERP sent it, set for reading. Change what was wrong.',
    editor: 'Request to send',
    editorHint:
      'Tab leaves the field. *** stands where the key was, blob:sha256:… where an image or a file was.',
    cut: 'Only the beginning of this request is kept (journal.payloadBytes). Paste the whole request to send it.',
    notKept:
      'This request is not kept any more: the oldest go first when the journal reaches its size. Paste one to send it.',
    neverKept:
      'The journal keeps outcomes alone (journal.record), so this request is not known. Paste one to send it.',
    restore: 'Back to the original',
    tryIt: 'Try on a copy',
    sendIt: 'Send for real',
    stop: 'Stop',
    copying: 'Copying the shop…',
    replaying: 'Sending the request to the copy…',
    tried: 'Tried on a copy; the shop is as it was.',
    sent: 'Sent to the shop.',
    asThen: 'It came out as then.',
    otherThanThen: 'It came out otherwise than then.',
    outdated: 'The request was changed since: try it again.',
    newExchange: 'The new exchange in the journal',
    wasThen: (when: string) => `Then, ${when}`,
    now: 'Now',
    nowOnCopy: 'Now, on the copy',
    replyThen: 'Reply then',
    replyNow: 'Reply now',
    replyGone: 'It is not kept any more.',
    noRemark: 'Nothing to remark.',
    effect: 'What changed in the shop',
    effectOnCopy: 'What would change in the shop',
    noEffect: 'Nothing would change in the shop.',
    noEffectReal: 'No change is noted. On the tables of a CMS none ever is: look at the record itself.',
    realTitle: (shop: string) => `Send for real to “${shop}”?`,
    realLead:
      'The shop answers it as if the ERP sent it now, guard and transformations included. It stands in the journal as a replay, and cannot be taken back.',
    willChange: 'On the copy it changed this:',
    notTried:
      'This request was not tried on a copy, so what it will change is not known. Where no copy can be made, look at the request once more.',
    handsOver:
      'This call hands an order over to whoever asks: the shop will take it to be in the ERP. If the ERP does not have it, offer it again on the order’s page.',
    bundle: 'Bundle for a support desk',
    bundleLead:
      'A zip with requests, replies, effects and the server’s settings. This shop’s keys and API tokens are masked; another shop’s key, or a password in a text, stays.',
    personal: 'With personal data',
    personalHidden:
      'Names, e-mail and postal addresses and telephone numbers are replaced, the same one by the same word. Free texts may still name people: have a look before you send it.',
    personalKept:
      'Names, addresses and telephone numbers stay in it: only for who may see them. The audit trail says that you downloaded it so.',
    download: 'Download the bundle',
    downloaded: 'Downloaded.',
    severalTitle: (count: number) => `${count} ${plural('en', count, 'exchange', 'exchanges')}`,
    runTitle: 'The exchanges of a run',
    severalLead: 'What would become of them now, or all of it for who helps.',
    noneTitle: 'No exchange is chosen',
    noneLead: 'Choose some in the list of exchanges, or a run.',
    onCopy: 'Replay on a copy',
    onCopyLead:
      'The shop is copied, the requests are sent to the copy one after another, and the copy is deleted. The shop stays as it is.',
    tryAll: 'Start',
    progress: (done: number, total: number) => `${done} of ${total} replayed`,
    stopped: (done: number, total: number) =>
      `Stopped: ${done} of ${total} were replayed. The copy is deleted.`,
    counts: ({ replayed, different, effective, left }: Counts) =>
      `${replayed} replayed: ${different} with another outcome or reply, ${effective} with an effect; ${left} not replayed. The shop is as it was.`,
    showAll: 'Show also what would be the same',
    more: (count: number) => `${count} more`,
    what: 'What',
    outcome: 'Outcome',
    wouldChange: 'Would change',
    otherReply: 'Another reply',
    left: 'Not replayed',
    nothing: 'nothing',
    records: (count: number) => `${count} ${plural('en', count, 'record', 'records')}`,
  },
  fr: {
    back: 'Échange',
    backToList: 'Échanges',
    titleOf: (name: string) => `Rejouer : ${name}`,
    lead: 'Renvoyez cette requête, telle quelle ou corrigée. Essayez d’abord sur une copie : la boutique reste telle quelle.',
    request: 'La requête',
    requestLead: 'Comme l’ERP l’a envoyée, mise en forme. Changez ce qui n’allait pas.',
    editor: 'Requête à envoyer',
    editorHint:
      'Tab quitte le champ. *** tient la place de la clé, blob:sha256:… celle d’une image ou d’un fichier.',
    cut: 'Seul le début de cette requête est conservé (journal.payloadBytes). Collez la requête entière pour l’envoyer.',
    notKept:
      'Cette requête n’est plus conservée : les plus anciennes partent d’abord quand le journal atteint sa taille. Collez-en une pour l’envoyer.',
    neverKept:
      'Le journal ne garde que les résultats (journal.record) : cette requête n’est pas connue. Collez-en une pour l’envoyer.',
    restore: 'Revenir à l’original',
    tryIt: 'Essayer sur une copie',
    sendIt: 'Envoyer pour de bon',
    stop: 'Arrêter',
    copying: 'Copie de la boutique…',
    replaying: 'Envoi de la requête à la copie…',
    tried: 'Essayé sur une copie ; la boutique est inchangée.',
    sent: 'Envoyé à la boutique.',
    asThen: 'Le résultat est le même qu’alors.',
    otherThanThen: 'Le résultat n’est pas le même qu’alors.',
    outdated: 'La requête a changé depuis : essayez-la à nouveau.',
    newExchange: 'Le nouvel échange dans le journal',
    wasThen: (when: string) => `Alors, ${when}`,
    now: 'Maintenant',
    nowOnCopy: 'Maintenant, sur la copie',
    replyThen: 'Réponse d’alors',
    replyNow: 'Réponse maintenant',
    replyGone: 'Elle n’est plus conservée.',
    noRemark: 'Rien à signaler.',
    effect: 'Ce qui a changé dans la boutique',
    effectOnCopy: 'Ce qui changerait dans la boutique',
    noEffect: 'Rien ne changerait dans la boutique.',
    noEffectReal:
      'Aucun changement n’est noté. Sur les tables d’un CMS, ils ne le sont jamais : regardez la fiche même.',
    realTitle: (shop: string) => `Envoyer pour de bon à « ${shop} » ?`,
    realLead:
      'La boutique y répond comme si l’ERP l’envoyait maintenant, garde et transformations comprises. Cela figure au journal comme un rejeu, et ne se reprend pas.',
    willChange: 'Sur la copie, cela a changé :',
    notTried:
      'Cette requête n’a pas été essayée sur une copie : ce qu’elle changera n’est pas connu. Là où aucune copie n’est possible, relisez-la bien.',
    handsOver:
      'Cet appel remet une commande à qui l’appelle : la boutique la croira chez l’ERP. Si l’ERP ne l’a pas, proposez-la à nouveau sur la page de la commande.',
    bundle: 'Dossier pour un support',
    bundleLead:
      'Un zip avec requêtes, réponses, effets et réglages du serveur. Les clés de cette boutique et les jetons de l’API sont masqués ; la clé d’une autre, ou un mot de passe dans un texte, y reste.',
    personal: 'Avec les données personnelles',
    personalHidden:
      'Les noms, adresses électroniques et postales et numéros de téléphone sont remplacés, toujours par le même mot. Des textes libres peuvent encore nommer quelqu’un : relisez avant d’envoyer.',
    personalKept:
      'Les noms, adresses et numéros de téléphone y restent : seulement pour qui a le droit de les voir. Le journal d’audit dit que vous l’avez téléchargé ainsi.',
    download: 'Télécharger le dossier',
    downloaded: 'Téléchargé.',
    severalTitle: (count: number) => `${count} ${plural('fr', count, 'échange', 'échanges')}`,
    runTitle: 'Les échanges d’un passage',
    severalLead: 'Ce qu’ils deviendraient maintenant, ou le tout pour qui vous aide.',
    noneTitle: 'Aucun échange n’est choisi',
    noneLead: 'Choisissez-en dans la liste des échanges, ou un passage.',
    onCopy: 'Rejouer sur une copie',
    onCopyLead:
      'La boutique est copiée, les requêtes sont envoyées à la copie l’une après l’autre, et la copie est supprimée. La boutique reste telle quelle.',
    tryAll: 'Commencer',
    progress: (done: number, total: number) => `${done} sur ${total} rejoués`,
    stopped: (done: number, total: number) =>
      `Arrêté : ${done} sur ${total} ont été rejoués. La copie est supprimée.`,
    counts: ({ replayed, different, effective, left }: Counts) =>
      `${replayed} ${plural('fr', replayed, 'rejoué', 'rejoués')} : ${different} avec un autre résultat ou une autre réponse, ${effective} avec un effet ; ${left} non ${plural('fr', left, 'rejoué', 'rejoués')}. La boutique est inchangée.`,
    showAll: 'Montrer aussi ce qui serait pareil',
    more: (count: number) => `${count} de plus`,
    what: 'Quoi',
    outcome: 'Résultat',
    wouldChange: 'Changerait',
    otherReply: 'Autre réponse',
    left: 'Non rejoué',
    nothing: 'rien',
    records: (count: number) => `${count} ${plural('fr', count, 'fiche', 'fiches')}`,
  },
});
