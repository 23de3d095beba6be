import { Refusal } from '../model/exchange.ts';
import { valueIn } from '../model/xml-reader.ts';
import { breaks, type DefectTable, onCall, onContent, withValue } from './defect.ts';

const ITEM = /<(product|option|order|customers)>.*?<\/\1>/gs;

const doubled = (content: string): string =>
  content.replace(ITEM, (item, _name, at) => (at < 20 ? item + item : item));

const without = (name: string) => (content: string) =>
  content.replaceAll(new RegExp(`<${name}>[^<]*</${name}>`, 'g'), '');

const limitOf = (limit: string): readonly [number, number] => {
  const [start = 0, count = 0] = limit.split(',').map(Number);
  return limit.includes(',') ? [start, count] : [0, start];
};

const withLimit = (resource: string, change: (start: number, count: number) => string) =>
  onCall(resource, (call, next) => {
    const limit = valueIn(call, 'limit');
    return next(/^\d+(,\d+)?$/.test(limit) ? withValue(call, 'limit', change(...limitOf(limit))) : call);
  });

let readings = 0;

/** Every reading begins elsewhere. */
const rotated = (content: string): string => {
  const items = content.match(ITEM) ?? [];
  const first = readings++ % Math.max(items.length, 1);
  return content.replace(items.join(''), () => [...items.slice(first), ...items.slice(0, first)].join(''));
};

/** Faults in the two lists of references. */
export const LIST_DEFECTS = {
  'product without id': breaks('products-list.shape', onContent('products_list', without('id'))),
  'two products of one id': breaks('products-list.ids-unique', {
    stock: ({ products }) => products.splice(3, 1, { id: '11', reference: '7412AG' }),
  }),
  'two products of one reference': breaks('products-list.references-unique', {
    stock: ({ products }) => products.push({ id: '99', reference: 'ACTI0001' }),
  }),
  'products: limit ignored': {
    breaks: ['products-list.slices', 'products-list.past-end', 'products-list.bad-limit'],
    because: 'without a limit there is neither an end to pass nor a bad one',
    spoil: onCall('products_list', (call, next) => next(withValue(call, 'limit', ''))),
  },
  'products: limit is start,end': breaks(
    'products-list.slices',
    withLimit('products_list', (start, count) => `${start},${Math.max(count - start, 0)}`),
  ),
  'products: start counts from one': {
    breaks: ['products-list.slices', 'products-list.past-end'],
    because: 'the last entry comes again after the end',
    spoil: withLimit('products_list', (start, count) => `${Math.max(start - 1, 0)},${count}`),
  },
  'products in no order': {
    breaks: ['products-list.stable', 'products-list.slices'],
    because: 'slices of two orders do not join',
    spoil: onContent('products_list', rotated),
  },
  'products: past the end is an error': breaks(
    'products-list.past-end',
    onContent('products_list', (content) => {
      if (!content.includes('<product>')) throw new Refusal('aucun produit');
      return content;
    }),
  ),
  'products: bad limit is none': breaks(
    'products-list.bad-limit',
    onCall('products_list', (call, next) =>
      next(/^\d+(,\d+)?$/.test(valueIn(call, 'limit')) ? call : withValue(call, 'limit', '')),
    ),
  ),
  'option without id': breaks('options-list.shape', onContent('options_list', without('id'))),
  'two options of one id': breaks('options-list.ids-unique', {
    stock: ({ options }) => options.splice(3, 1, { id: '501', reference: 'AB 12/L' }),
  }),
  'two options of one reference': breaks('options-list.references-unique', {
    stock: ({ options }) => options.push({ id: '599', reference: 'VOIT0010' }),
  }),
  'options: limit ignored': breaks(
    'options-list.slices',
    onCall('options_list', (call, next) => next(withValue(call, 'limit', ''))),
  ),
  'options: limit is start,end': breaks(
    'options-list.slices',
    withLimit('options_list', (start, count) => `${start},${Math.max(count - start, 0)}`),
  ),
  'variants among the products too': breaks('options-list.apart', {
    stock: ({ products }) => products.push({ id: '98', reference: 'VOIT0010' }),
  }),
  'orders list with a count in it': breaks(
    'orders-list.shape',
    onContent('orders_list', (content) => content.replace('<orders_list>', '<orders_list><total>5</total>')),
  ),
  'orders list flat in v3': breaks(
    'orders-list.shape',
    onContent('orders_list', (content) =>
      content.replace(/<\/?orders_list>/g, '').replaceAll('order>', 'orders_list>'),
    ),
  ),
  'orders list nested for an old reader': {
    breaks: ['orders-list.shape'],
    profile: 'kit-2015',
    spoil: onContent(
      'orders_list',
      (content) => `<orders_list>${content.replaceAll('orders_list>', 'order>')}</orders_list>`,
    ),
  },
  'orders listed once a line': breaks('orders-list.ids-unique', onContent('orders_list', doubled)),
  'filter ignored': {
    breaks: [
      'orders-list.filter',
      'orders-list.filter-several',
      'orders-list.filter-unknown',
      'set-order-exported.state',
    ],
    because: 'the state of a confirmed order is asked for by a filter',
    spoil: onCall('orders_list', (call, next) => next(withValue(call, 'filter', ''))),
  },
  'filter of an unknown state is none': breaks(
    'orders-list.filter-unknown',
    onCall('orders_list', (call, next) => {
      const filter = valueIn(call, 'filter');
      return next(/^\w{4,}/.test(filter) ? withValue(call, 'filter', '') : call);
    }),
  ),
  'filter of the first state only': breaks(
    'orders-list.filter-several',
    onCall('orders_list', (call, next) =>
      next(withValue(call, 'filter', valueIn(call, 'filter').split(',')[0] ?? '')),
    ),
  ),
  'no order in the state is an error': breaks(
    'orders-list.filter-unknown',
    onContent('orders_list', (content) => {
      if (!content.includes('<order>')) throw new Refusal('aucune commande');
      return content;
    }),
  ),
} satisfies DefectTable;
