import { dictionary } from '../../i18n/words.ts';

export const CHANGES_WORDS = dictionary({
  en: {
    title: 'Changes',
    lead: 'What changed in the shop, the latest first, and whose change it was. What was written again as it was is no change.',
    keyLabel: 'Changes of one record: its reference or number, exactly',
    keyHint: 'Reference or number, exactly',
    kind: 'Kind of record',
    everyKind: 'Every kind',
    record: 'Record',
    what: 'What',
    from: 'By',
    at: 'When',
    by: { erp: 'the ERP', shop: 'the shop', import: 'an import' },
    inConsole: 'in the console',
    token: (id: string) => `token ${id}`,
    rules: (created: number, updated: number, retired: number) =>
      `Rules: ${created} new, ${updated} changed, ${retired} retired`,
    emptyTitle: 'Nothing has changed yet',
    emptyLead: 'Changes appear with the ERP’s first run, an import, or an order over the JSON API.',
    noneTitle: 'No change matches',
    noneLead:
      'The reference or number must be exact: of a customer the shop’s id, of price rules “source/rule”. The oldest changes are not kept for ever.',
  },
  fr: {
    title: 'Modifications',
    lead: 'Ce qui a changé dans la boutique, le plus récent d’abord, et par qui. Ce qui est réécrit à l’identique n’est pas une modification.',
    keyLabel: 'Modifications d’une fiche : sa référence ou son numéro, exactement',
    keyHint: 'Référence ou numéro, exactement',
    kind: 'Genre de fiche',
    everyKind: 'Tout genre',
    record: 'Fiche',
    what: 'Quoi',
    from: 'Par',
    at: 'Quand',
    by: { erp: 'l’ERP', shop: 'la boutique', import: 'un import' },
    inConsole: 'dans la console',
    token: (id: string) => `jeton ${id}`,
    rules: (created: number, updated: number, retired: number) =>
      `Règles : ${created} nouvelles, ${updated} changées, ${retired} retirées`,
    emptyTitle: 'Rien n’a encore changé',
    emptyLead:
      'Les modifications arrivent avec le premier passage de l’ERP, un import, ou une commande par l’API JSON.',
    noneTitle: 'Aucune modification ne correspond',
    noneLead:
      'La référence ou le numéro doit être exact : d’un client, son numéro dans la boutique ; de règles de prix, « source/règle ». Les plus anciennes ne sont pas gardées pour toujours.',
  },
});
