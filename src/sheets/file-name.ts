import { fail } from '../domain/error.ts';
import { closest } from '../parsing/closest.ts';
import { isResource, RESOURCES, type Resource } from '../wire/messages/resources.ts';

/** Of the request, before it is decoded; of the reply, once it is encoded. */
export type SheetMoment = 'request' | 'reply';

/** Which messages a sheet transforms. */
export interface SheetPlace {
  readonly resource: Resource;
  readonly moment: SheetMoment;
  /** Sheets of one place are applied in this order; a plain name comes last. */
  readonly rank: number;
}

/** E-connecteur's SDK: what a sheet is about, and the message that each request is here. */
const SUBJECTS: Readonly<Record<string, Readonly<Record<SdkRequest, Resource>>>> = {
  product: { add: 'add_product', edit: 'update_product', get: 'products_list' },
  option: { add: 'add_option', edit: 'update_option', get: 'options_list' },
  order: { add: 'add_order', edit: 'set_order_exported', get: 'orders' },
  customer: { add: 'add_customer', edit: 'add_customer', get: 'customers_list' },
  grille: { add: 'add_grilles', edit: 'add_grilles', get: 'add_grilles' },
};
const SDK_REQUESTS = ['add', 'edit', 'get'] as const;
type SdkRequest = (typeof SDK_REQUESTS)[number];

/** As the specification, PrestaShop and the ERPs call them; in the plural too. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  produit: 'product',
  article: 'product',
  combination: 'option',
  declinaison: 'option',
  commande: 'order',
  client: 'customer',
  specific_price: 'grille',
};

const MOMENTS: Readonly<Record<string, SheetMoment>> = { before: 'request', after: 'reply' };

const SDK_NAME = /^SDK_(\d+)_(\w+)_([a-z]+)_([a-z]+)\.xslt?$/i;
const PLAIN_NAME = /^(\w+)\.(request|reply)\.xslt?$/i;

/** Throws `sheet_name_unknown`, with the nearest name that means something, and `sheet_streams`. */
export function sheetPlace(name: string): SheetPlace {
  const place = sdkPlace(name) ?? plainPlace(name);
  if (!place) throw fail('sheet_name_unknown', { value: name, expected: nearestName(name) });
  const { kind } = RESOURCES[place.resource];
  if (kind === 'bulk' || kind === 'list')
    throw fail('sheet_streams', { file: name, value: place.resource, expected: HOOKS[place.resource] ?? '' });
  return place;
}

/** What transforms a message that streams. */
const HOOKS: { readonly [Name in Resource]?: string } = {
  products_list: 'afterListedProduct',
  options_list: 'afterListedVariant',
  orders_list: 'afterListedOrder',
  customers_list: 'afterCustomer',
  add_customer: 'beforeCustomer',
  add_grilles: 'beforePriceRule',
};

function sdkPlace(name: string): SheetPlace | undefined {
  const [, id = '', subject = '', request = '', moment = ''] = SDK_NAME.exec(name) ?? [];
  const resource = resourceOf(subject.toLowerCase(), request.toLowerCase());
  const when = MOMENTS[moment.toLowerCase()];
  return resource && when && { resource, moment: when, rank: Number(id) };
}

function resourceOf(subject: string, request: string): Resource | undefined {
  const known = SDK_REQUESTS.find((candidate) => candidate === request);
  if (!known) return undefined;
  const singular = subject.replace(/s$/, '');
  return SUBJECTS[OTHER_WORDS[singular] ?? singular]?.[known];
}

function plainPlace(name: string): SheetPlace | undefined {
  const [, resource, moment] = PLAIN_NAME.exec(name.toLowerCase()) ?? [];
  if (resource === undefined || !isResource(resource)) return undefined;
  return { resource, moment: moment === 'reply' ? 'reply' : 'request', rank: Number.POSITIVE_INFINITY };
}

const FORM = 'SDK_ID_products_edit_before.xsl, orders.reply.xsl';

function nearestName(name: string): string {
  const [, id] = /^SDK_(\d+)_/i.exec(name) ?? [];
  const names = id === undefined ? plainNames() : sdkNames(id);
  return closest(name, names) ?? FORM;
}

const plainNames = (): readonly string[] =>
  Object.entries(RESOURCES)
    .filter(([, { kind }]) => kind === 'read' || kind === 'write')
    .flatMap(([resource]) => [`${resource}.request.xsl`, `${resource}.reply.xsl`]);

const sdkNames = (id: string): readonly string[] =>
  ['products', 'options', 'orders'].flatMap((subject) =>
    ['add_before', 'edit_before', 'get_after'].map((rest) => `SDK_${id}_${subject}_${rest}.xsl`),
  );
