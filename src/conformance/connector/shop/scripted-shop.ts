import type { Language, ProfileName } from '../../requirement.ts';
import type { ActName } from '../options.ts';
import { type Call, fieldOf, isProductWrite, RESOURCES } from '../request/call.ts';
import type { Catalogue, Known } from './catalogue.ts';
import { orderXml } from './order-xml.ts';
import { ordersInAct } from './orders.ts';
import type { Reply } from './reply.ts';
import { parseSlice } from './slice.ts';
import { escapeXml, leaf, SPELLINGS, type Spelling, xml } from './spelling.ts';

export interface ScriptedShop {
  /** The honest answer; what an act does instead is decided before. */
  readonly answer: (call: Call, moment: Moment) => Reply;
  readonly refuse: (sentence: Sentence) => Reply;
}

export interface Moment {
  readonly act: ActName;
  readonly run: number;
}

interface ShopState {
  readonly catalogue: Catalogue;
  readonly spelling: Spelling;
  readonly key: string;
  readonly language: Language;
  /** Final states of the confirmed orders. */
  readonly confirmed: Map<string, string>;
}

const SENTENCES = {
  key: { fr: 'La clé manque ou n’est pas la bonne.', en: 'The key is missing or wrong.' },
  form: { fr: 'Le formulaire est illisible.', en: 'The form cannot be read.' },
  resource: { fr: 'Cette ressource n’existe pas.', en: 'There is no such resource.' },
  reference: { fr: 'La référence manque.', en: 'The reference is missing.' },
  unknown: { fr: 'Cette référence n’existe pas.', en: 'There is no such reference.' },
  order: { fr: 'Cette commande n’existe pas.', en: 'There is no such order.' },
  limit: { fr: 'limit est illisible.', en: 'limit cannot be read.' },
  script: { fr: 'Enregistrement refusé pour l’essai.', en: 'Record refused as a test.' },
} as const satisfies Record<string, Record<Language, string>>;
type Sentence = keyof typeof SENTENCES;

export function createScriptedShop(options: {
  readonly catalogue: Catalogue;
  readonly profile: ProfileName;
  readonly language: Language;
  readonly key: string;
}): ScriptedShop {
  const state: ShopState = { ...options, spelling: SPELLINGS[options.profile], confirmed: new Map() };
  return {
    answer: (call, moment) => answer(state, call, moment),
    refuse: (sentence) => refusal(state, sentence),
  };
}

function answer(state: ShopState, call: Call, moment: Moment): Reply {
  if (typeof call.form === 'string') return refusal(state, 'form');
  if (fieldOf(call, 'key') !== state.key) return refusal(state, 'key');
  if (call.isPush) return { outcome: 'done', status: 200, body: xml('<document/>') };
  if (!RESOURCES.includes(call.resource)) return refusal(state, 'resource');
  if (isProductWrite(call)) return saveProduct(state, call, moment);
  const list = LISTS[call.resource];
  if (list) return answerList(state, call, list);
  if (call.resource === 'orders_list') return listOrders(state, call, moment);
  if (call.resource === 'customers_list') return done(customers());
  if (ORDER_CALLS.includes(call.resource)) return answerOrder(state, call, moment);
  return done(doneElement(state, call.resource));
}

const LISTS: Readonly<Record<string, Known>> = { products_list: 'product', options_list: 'option' };
const ORDER_CALLS = ['orders', 'set_order_exported', 'add_tracking'];

const done = (content: string, more: Pick<Reply, 'rows' | 'orderIds'> = {}): Reply => ({
  outcome: 'done',
  status: 200,
  body: xml(content),
  ...more,
});

const refusal = ({ spelling, language }: ShopState, sentence: Sentence): Reply => ({
  outcome: 'refused',
  status: spelling.errorStatus,
  body: xml(`<error>${escapeXml(SENTENCES[sentence][language])}</error>`),
});

const doneElement = ({ spelling }: ShopState, resource: string, content = ''): string => {
  const name = spelling.replyElements[resource] ?? resource;
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
};

function saveProduct(state: ShopState, call: Call, { run }: Moment): Reply {
  const reference = fieldOf(call, 'reference') ?? '';
  if (reference === '') return refusal(state, 'reference');
  if (call.resource.startsWith('update') && !state.catalogue.known(reference))
    return refusal(state, 'unknown');
  state.catalogue.save(call, run);
  return done(doneElement(state, call.resource));
}

function answerList(state: ShopState, call: Call, kind: Known): Reply {
  const slice = parseSlice(fieldOf(call, 'limit'));
  if (!slice) return refusal(state, 'limit');
  const references = state.catalogue.list(kind).slice(slice.start, slice.start + slice.count);
  const items = references.map((reference, index) => {
    const id = String(slice.start + index + 1);
    return `<${kind}>${leaf('id', id)}${leaf('reference', reference)}</${kind}>`;
  });
  return done(`<${call.resource}>${items.join('')}</${call.resource}>`, { rows: references.length });
}

/** The orders are in the states that the connector asks for, whatever these are called in its configuration. */
function listOrders({ spelling, confirmed }: ShopState, call: Call, { act }: Moment): Reply {
  const filter = statesFromFilter(fieldOf(call, 'filter'));
  const states = filter.length > 0 ? filter : ['2', '3'];
  const listed = ordersInAct(act, spelling.extras)
    .map(({ id }, index) => ({ id, state: confirmed.get(id) ?? states[index % states.length] ?? '' }))
    .filter(({ id, state }) => (confirmed.has(id) ? filter.includes(state) : true));
  const items = listed.map(({ id, state }) => leaf('id', id) + leaf('current_state', state));
  const content = spelling.flatOrdersList
    ? items.map((item) => `<orders_list>${item}</orders_list>`).join('')
    : `<orders_list>${items.map((item) => `<order>${item}</order>`).join('')}</orders_list>`;
  return done(content, { rows: listed.length, orderIds: listed.map(({ id }) => id) });
}

const statesFromFilter = (filter: string | undefined): readonly string[] =>
  (filter ?? '')
    .split(',')
    .map((state) => state.trim())
    .filter((state) => state !== '');

const FINAL_STATE = '5';

function answerOrder(state: ShopState, call: Call, { act }: Moment): Reply {
  const id = fieldOf(call, 'id') ?? '';
  const order = ordersInAct(act, state.spelling.extras).find((offered) => offered.id === id);
  if (!order) return refusal(state, 'order');
  if (call.resource === 'orders') return done(orderXml(order, state.spelling));
  if (call.resource === 'add_tracking') {
    const number = fieldOf(call, 'shipping_number') ?? '';
    return done(doneElement(state, call.resource, leaf('id', id) + leaf('shipping_number', number)));
  }
  const final = fieldOf(call, 'statut_final') || FINAL_STATE;
  state.confirmed.set(id, final);
  return done(doneElement(state, call.resource, leaf('id', id) + leaf('statut_final', final)));
}

const customers = (): string =>
  ['81', '82']
    .map(
      (id) =>
        `<customers><adresse>${leaf('pays', 'FR')}${leaf('company', 'Société & Cie')}${leaf('lastname', 'Müller')}${leaf('firstname', 'Zoé')}${leaf('address1', '3 place d’Armes')}${leaf('address2', '')}${leaf('postcode', '57000')}${leaf('city', 'Metz')}${leaf('phone', '')}${leaf('phone_mobile', '')}</adresse><client>${leaf('id', id)}${leaf('lastname', 'Müller')}${leaf('firstname', 'Zoé')}${leaf('email', `client-${id}@example.com`)}</client></customers>`,
    )
    .join('');
