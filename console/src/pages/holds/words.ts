import { dictionary } from '../../i18n/words.ts';

export const HOLDS_WORDS = dictionary({
  en: {
    title: 'Held runs',
    lead: 'The guard stops a run that would change too much of the catalogue, until somebody decides.',
    kinds: {
      deactivated: (count: string, catalogue: string) => `${count} of ${catalogue} products taken from sale`,
      repriced: (count: string, catalogue: string) => `${count} of ${catalogue} products with another price`,
      emptied: (count: string, catalogue: string) => `${count} of ${catalogue} products out of stock`,
    },
    limit: (limit: string) => `${limit} are allowed in one run; the next one was refused.`,
    from: (reference: string) => `It was about ${reference}.`,
    seeExchange: 'See the exchange',
    statuses: { held: 'Held', refused: 'Refused', released: 'Released', lifted: 'Over' },
    until: (when: string) => `Such changes go through until ${when}.`,
    decided: (who: string, when: string) => `Decided by ${who}, ${when}`,
    release: 'Let it through',
    releaseTitle: 'Let these changes through?',
    releaseLead:
      'For a day all changes of this kind are taken as they come. The connector’s next run brings them again.',
    refuse: 'Go on refusing',
    lift: 'It is mended',
    liftHint: 'The hold is over, and the next run is counted from the beginning.',
    done: 'Decided.',
    emptyTitle: 'Nothing is held',
    emptyLead: 'A run that goes beyond the shares of the guard (“guard” in the configuration) appears here.',
    waiting: 'A run is held',
    waitingLead: 'It would have changed too much of the catalogue. Decide whether it may.',
  },
  fr: {
    title: 'Passages retenus',
    lead: 'La garde arrête un passage qui changerait trop du catalogue, jusqu’à ce que quelqu’un décide.',
    kinds: {
      deactivated: (count: string, catalogue: string) =>
        `${count} produits sur ${catalogue} retirés de la vente`,
      repriced: (count: string, catalogue: string) => `${count} produits sur ${catalogue} avec un autre prix`,
      emptied: (count: string, catalogue: string) => `${count} produits sur ${catalogue} sans stock`,
    },
    limit: (limit: string) => `${limit} sont permis en un passage ; le suivant a été refusé.`,
    from: (reference: string) => `Il s’agissait de ${reference}.`,
    seeExchange: 'Voir l’échange',
    statuses: { held: 'Retenu', refused: 'Refusé', released: 'Libéré', lifted: 'Terminé' },
    until: (when: string) => `Ces changements passent jusqu’au ${when}.`,
    decided: (who: string, when: string) => `Décidé par ${who}, ${when}`,
    release: 'Laisser passer',
    releaseTitle: 'Laisser passer ces changements ?',
    releaseLead:
      'Pendant un jour, tous les changements de cette sorte sont pris comme ils viennent. Le prochain passage du connecteur les apporte à nouveau.',
    refuse: 'Continuer à refuser',
    lift: 'C’est réparé',
    liftHint: 'La retenue est terminée, et le prochain passage est compté depuis le début.',
    done: 'C’est décidé.',
    emptyTitle: 'Rien n’est retenu',
    emptyLead: 'Un passage qui dépasse les parts de la garde (« guard » dans la configuration) apparaît ici.',
    waiting: 'Un passage est retenu',
    waitingLead: 'Il aurait changé trop du catalogue. Décidez s’il le peut.',
  },
});
