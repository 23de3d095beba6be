import { fail } from '../domain/error.ts';
import { nearest } from '../parsing/closest.ts';
import { isResource, RESOURCES, type Resource } from '../wire/messages/resources.ts';
import { momentOf, resourceOf, type SheetMoment, withoutAccents } from './sdk-words.ts';

/** Which messages a sheet transforms. */
export interface SheetPlace {
  readonly resource: Resource;
  readonly moment: SheetMoment;
  /** Sheets of one place are applied in this order; a plain name comes last. */
  readonly rank: number;
}

const SDK_NAME = /^sdk[ _-]?(\d+)[ _-](.+)[ _-]([a-z]+)[ _-]([a-z]+)\.xslt?$/;
const PLAIN_NAME = /^(\w+)\.(request|reply)\.xslt?$/i;

/** Throws `sheet_name_unknown`, with the nearest name that means something, and `sheet_streams`. */
export function sheetPlace(name: string): SheetPlace {
  const place = sdkPlace(name) ?? plainPlace(name);
  if (!place) throw fail('sheet_name_unknown', { value: name, expected: nearestNames(name) });
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
  const [, id = '', subject = '', request = '', moment = ''] = SDK_NAME.exec(withoutAccents(name)) ?? [];
  const resource = resourceOf(subject, request);
  const when = momentOf(moment);
  return resource && when && { resource, moment: when, rank: Number(id) };
}

function plainPlace(name: string): SheetPlace | undefined {
  const [, resource, moment] = PLAIN_NAME.exec(name.toLowerCase()) ?? [];
  if (resource === undefined || !isResource(resource)) return undefined;
  return { resource, moment: moment === 'reply' ? 'reply' : 'request', rank: Number.POSITIVE_INFINITY };
}

const FORM = 'SDK_ID_products_edit_before.xsl, orders.reply.xsl';
const MOST_NEAR = 3;

function nearestNames(name: string): string {
  const [, id] = /^SDK[ _-]?(\d+)/i.exec(name) ?? [];
  const near = nearest(name, id === undefined ? plainNames() : sdkNames(id));
  return near.slice(0, MOST_NEAR).join(', ') || FORM;
}

const plainNames = (): readonly string[] =>
  Object.entries(RESOURCES)
    .filter(([, { kind }]) => kind === 'read' || kind === 'write')
    .flatMap(([resource]) => [`${resource}.request.xsl`, `${resource}.reply.xsl`]);

const sdkNames = (id: string): readonly string[] =>
  ['products', 'options', 'orders'].flatMap((subject) =>
    ['add_before', 'edit_before', ...(subject === 'orders' ? ['get_after'] : [])].map(
      (rest) => `SDK_${id}_${subject}_${rest}.xsl`,
    ),
  );
