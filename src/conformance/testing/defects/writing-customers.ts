import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type Call, type Form, Refusal } from '../model/exchange.ts';
import { blocks, field, variable } from '../model/xml-reader.ts';
import { before, breaks, type DefectTable, onContent } from './defect.ts';

const refuseClients = (when: (call: Call) => boolean, message: string) =>
  before('add_customer', (call) => {
    if (when(call)) throw new Refusal(message);
  });

/** Faults in `add_customer`. */
export const CUSTOMER_DEFECTS = {
  'add_customer answers the number': breaks(
    'add-customer.reply',
    onContent('add_customer', () => '<customers>1</customers>'),
  ),
  'missing > refused': breaks(
    'add-customer.seed-example',
    refuseClients(({ xml }) => /<\w+ <\//.test(xml), 'data illisible : erreur de balise'),
  ),
  'only lists of customers': breaks(
    'add-customer.alone',
    refuseClients(({ xml }) => !/<clients>/.test(xml), 'clients manque'),
  ),
  'too many customers': breaks(
    'add-customer.many',
    refuseClients(
      ({ xml }) => blocks(xml, 'client').length > 500,
      'Maximum execution time of 30 seconds exceeded',
    ),
  ),
  'customers taken once only': breaks(
    'add-customer.repeat',
    before('add_customer', ({ xml }, { state }) => {
      const known = blocks(xml, 'client')
        .map((client) => field(client, 'codetiers'))
        .find((code) => state.received.has(code));
      if (known) throw new Refusal(`le client ${known} existe déjà`);
    }),
  ),
  'fields of later editions refused': breaks(
    'add-customer.later-fields',
    refuseClients(({ xml }) => /<(tiers_actif|contact_actif)>/.test(xml), 'élément inconnu'),
  ),
} satisfies DefectTable;

const compressionOf = (form: Form): string => variable(form, 'compression');

const unread = (compression: string) => ({
  async form(form: Form, next: (form: Form) => Promise<string>) {
    if (compressionOf(form) === compression) throw new Refusal('data illisible : Start tag expected');
    return next(form);
  },
});

const rows = (call: Call): number => blocks(call.xml, 'grille').length;

const isWhole = (xml: string): boolean => /<\/(connecteur|grilles)>\s*$/.test(xml);

/** As PHP's stream functions do: what a cut stream held so far. */
const lenientlyInflated = (data: Buffer, compression: string): Buffer =>
  (compression === '1' ? inflateSync : inflateRawSync)(data, { finishFlush: 2 });

/** Faults in `add_grilles`. */
export const PRICE_LIST_DEFECTS = {
  'add_grilles answers success': breaks(
    'add-grilles.reply',
    onContent('add_grilles', () => '<success/>'),
  ),
  'an old reader gets add_grilles': {
    breaks: ['add-grilles.reply'],
    profile: 'kit-2015',
    spoil: onContent('add_grilles', () => '<add_grilles/>'),
  },
  'rules taken once only': breaks(
    'add-grilles.repeat',
    before('add_grilles', ({ xml }, { state }) => {
      if (xml !== '' && state.received.has(xml)) throw new Refusal('Duplicate entry for key PRIMARY');
      state.received.add(xml);
    }),
  ),
  'heading of price lists read from XML only': {
    breaks: ['add-grilles.bare-xml', 'add-grilles.bzip2'],
    because: 'a message of fixed bytes holds no key',
    spoil: before('add_grilles', ({ xml }) => {
      if (!xml.includes('<key>')) throw new Refusal('key manque');
    }),
  },
  'rules of unknown products refused': breaks(
    'add-grilles.unknown-product',
    before('add_grilles', ({ xml }, { state }) => {
      const known = [...state.products, ...state.options].map(({ reference }) => reference);
      const unknown = blocks(xml, 'grille')
        .map((row) => field(row, 'id_product'))
        .find((reference) => !known.includes(reference));
      if (unknown) throw new Refusal(`produit inconnu : ${unknown}`);
    }),
  ),
  'compression 1 unread': breaks('add-grilles.zlib', unread('1')),
  'compression 2 unread': breaks('add-grilles.bzip2', unread('2')),
  'compression 3 unread': breaks('add-grilles.deflate', unread('3')),
  'cut stream accepted': breaks('add-grilles.cut', {
    async form(form, next) {
      const compression = compressionOf(form);
      const data = form.get('data');
      if (!data || (compression !== '1' && compression !== '3')) return next(form);
      const text = lenientlyInflated(data, compression).toString();
      return isWhole(text)
        ? next(new Map([...form, ['data', deflateSync(text)], ['compression', Buffer.from('1')]]))
        : '<add_grilles/>';
    },
  }),
  'cut price list accepted': breaks('add-grilles.cut', {
    async form(form, next, { key }) {
      const cut = compressionOf(form) === '' && !isWhole(variable(form, 'data'));
      const mine = variable(form, 'resource') === 'add_grilles' && variable(form, 'key') === key;
      return mine && cut ? '<add_grilles/>' : next(form);
    },
  }),
  'bad row passed over in silence': breaks(
    'add-grilles.bad-row',
    onBadRows(() => '<add_grilles/>'),
  ),
  'bad row refused without its name': breaks(
    'add-grilles.bad-row',
    onBadRows(() => {
      throw new Refusal('valeur incorrecte');
    }),
  ),
} satisfies DefectTable;

function onBadRows(answer: () => string) {
  return {
    async call(call: Call, next: (call: Call) => Promise<string>) {
      if (call.resource !== 'add_grilles' || rows(call) === 0) return next(call);
      return next(call).catch(answer);
    },
  };
}
