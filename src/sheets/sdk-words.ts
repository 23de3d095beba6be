import type { Resource } from '../wire/messages/resources.ts';

/** Of the request, before it is decoded; of the reply, once it is encoded. */
export type SheetMoment = 'request' | 'reply';

const REQUESTS = {
  add: ['add', 'create', 'insert', 'new', 'ajout', 'ajouter', 'creation', 'creer'],
  edit: ['edit', 'update', 'modify', 'change', 'modif', 'modifier', 'modification', 'maj'],
  get: ['get', 'read', 'fetch', 'lire', 'lecture', 'import', 'importer'],
} as const;
type SdkRequest = keyof typeof REQUESTS;

const MOMENTS: Readonly<Record<SheetMoment, readonly string[]>> = {
  request: ['before', 'avant', 'request', 'requete'],
  reply: ['after', 'apres', 'reply', 'response', 'reponse'],
};

interface Subject {
  /** In the singular, without an underscore: as the specification, PrestaShop, HikaShop and the ERPs say it. */
  readonly words: readonly string[];
  /** The message that each request of E-connecteur's SDK is here. */
  readonly messages: Readonly<Partial<Record<SdkRequest, Resource>>>;
}

const SUBJECTS: readonly Subject[] = [
  {
    words: ['product', 'produit', 'article', 'item'],
    messages: { add: 'add_product', edit: 'update_product', get: 'products_list' },
  },
  {
    words: [
      'option',
      'combination',
      'declinaison',
      'variant',
      'variante',
      'gamme',
      'productoption',
      'attribute',
    ],
    messages: { add: 'add_option', edit: 'update_option', get: 'options_list' },
  },
  {
    words: ['order', 'commande', 'salesorder', 'customerorder'],
    messages: { add: 'add_order', edit: 'set_order_exported', get: 'orders' },
  },
  {
    words: ['document', 'invoice', 'facture', 'piece', 'devi', 'quote'],
    messages: { add: 'add_order', edit: 'add_order' },
  },
  {
    words: ['tracking', 'suivi', 'coli', 'parcel', 'shipment', 'expedition'],
    messages: { add: 'add_tracking', edit: 'add_tracking' },
  },
  {
    words: ['customer', 'client', 'tier', 'account', 'compte'],
    messages: { add: 'add_customer', edit: 'add_customer', get: 'customers_list' },
  },
  {
    words: ['grille', 'tarif', 'price', 'prix', 'specificprice', 'pricelist', 'pricerule', 'grilletarif'],
    messages: { add: 'add_grilles', edit: 'add_grilles', get: 'add_grilles' },
  },
];

/** In small letters. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The message that a sheet of that subject and request is about; both without accents, in small letters. */
export function resourceOf(subject: string, request: string): Resource | undefined {
  const parts = subject.split(/[ _-]/).map((part) => part.replace(/s$/, ''));
  const word = parts.join('');
  const known = SUBJECTS.find(({ words }) => words.includes(word));
  const asked = namesOf(REQUESTS).find((name) => REQUESTS[name].some((one) => one === request));
  return asked && known?.messages[asked];
}

export const momentOf = (word: string): SheetMoment | undefined =>
  namesOf(MOMENTS).find((moment) => MOMENTS[moment].includes(word));

const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] =>
  Object.keys(table) as Name[];
