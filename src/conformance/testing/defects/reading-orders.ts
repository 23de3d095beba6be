import { Refusal } from '../model/exchange.ts';
import { valueIn } from '../model/xml-reader.ts';
import { breaks, type DefectTable, onCall, onContent, withValue } from './defect.ts';

const inOrder = (edit: (content: string) => string) => onContent('orders', edit);

const inNumbers = (edit: (text: string) => string) => (content: string) =>
  content.replace(
    /<(total_\w+|product_price|product_quantity)>([^<]*)</g,
    (_, name: string, text: string) => `<${name}>${edit(text)}<`,
  );

const inCustomers = (edit: (content: string) => string) => onContent('customers_list', edit);

const removed = (name: string) => (content: string) =>
  content.replaceAll(new RegExp(`<${name}>[^<]*</${name}>`, 'g'), '');

const replaced = (name: string, text: (old: string) => string) => (content: string) =>
  content.replace(
    new RegExp(`<${name}>([^<]*)</${name}>`, 'g'),
    (_, old: string) => `<${name}>${text(old)}</${name}>`,
  );

let readings = 0;

/** Faults in orders and customers as the connector reads them. */
export const ORDER_DEFECTS = {
  'order without city': breaks('orders.shape', inOrder(removed('city'))),
  'order without the carrier’s rate': breaks('orders.shape', inOrder(removed('carrier_tax_rate'))),
  'order without billing address': breaks(
    'orders.shape',
    inOrder((content) => content.replace(/<facturation>.*<\/facturation>/s, '')),
  ),
  'country as a name': breaks('orders.countries', inOrder(replaced('pays', () => 'France'))),
  'country as three letters': breaks('orders.countries', inOrder(replaced('pays', () => 'FRA'))),
  'decimal comma': {
    breaks: ['orders.numbers', 'orders.totals', 'orders.tax-included', 'orders.lines-sum'],
    because: 'what is no number cannot be added up',
    spoil: inOrder(inNumbers((text) => text.replace('.', ','))),
  },
  'numbers with a currency sign': {
    breaks: ['orders.numbers', 'orders.totals', 'orders.tax-included', 'orders.lines-sum'],
    because: 'what is no number cannot be added up',
    spoil: inOrder(inNumbers((text) => `${text} €`)),
  },
  'date as a timestamp': breaks('orders.date', inOrder(replaced('date_add', () => '1711098562'))),
  'date in words': breaks('orders.date', inOrder(replaced('date_add', () => '22 mars 2024'))),
  'date empty': breaks('orders.date', inOrder(replaced('date_add', () => ''))),
  'date with the year first for an old reader': {
    breaks: ['orders.date'],
    profile: 'kit-2015',
    spoil: inOrder(replaced('date_add', (date) => date.split('/').reverse().join('-'))),
  },
  'total off by a cent': breaks(
    'orders.totals',
    inOrder(replaced('total_paid', (text) => (Number(text) + 0.01).toFixed(2))),
  ),
  'discount forgotten': breaks(
    'orders.totals',
    inOrder(replaced('total_discounts_tax_incl', (text) => (Number(text) === 0 ? text : '0.00'))),
  ),
  'totals named as PrestaShop does': {
    breaks: ['orders.totals', 'orders.tax-included', 'orders.lines-sum'],
    because: 'the paid total and the sum of the lines refer to the two that are swapped',
    spoil: inOrder((content) =>
      content.replace(/(<total_products>)(.*?)(<.*<total_products_wt>)(.*?)(<)/, '$1$4$3$2$5'),
    ),
  },
  'line without rate': {
    breaks: ['orders.lines', 'orders.tax-included', 'orders.lines-sum'],
    because: 'both reckon with the rate',
    spoil: inOrder(removed('tva_rate')),
  },
  'line without reference': breaks('orders.lines', inOrder(replaced('product_reference', () => ''))),
  'line prices with tax': breaks(
    'orders.lines-sum',
    inOrder(replaced('product_price', (text) => (Number(text) * 1.2).toFixed(2))),
  ),
  'another date at every reading': breaks(
    'orders.repeatable',
    inOrder(replaced('date_add', () => `2024-04-01 10:00:${String(readings++ % 60).padStart(2, '0')}`)),
  ),
  'reading an order exports it': breaks(
    'orders.reading-keeps',
    onCall('orders', async (call, next, { state }) => {
      const content = await next(call);
      for (const order of state.orders) if (order.id === valueIn(call, 'id')) order.exported = true;
      return content;
    }),
  ),
  'unknown order is empty': breaks(
    'orders.unknown',
    onCall('orders', async (call, next) => {
      if (valueIn(call, 'id') === '') return next(call);
      return next(call).catch(() => '<order/>');
    }),
  ),
  'missing id is the first order': breaks(
    'orders.missing-id',
    onCall('orders', (call, next) => next(valueIn(call, 'id') === '' ? withValue(call, 'id', '1001') : call)),
  ),
  'customers in a list element': {
    breaks: ['customers-list.shape', 'customers-list.ids-unique', 'customers-list.since'],
    because: 'no customer is found',
    spoil: inCustomers((content) => `<customers_list>${content}</customers_list>`),
  },
  'customer without address': breaks(
    'customers-list.shape',
    inCustomers((content) => content.replace(/<adresse>.*?<\/adresse>/gs, '')),
  ),
  'guests without an id': breaks(
    'customers-list.shape',
    inCustomers((content) => content.replaceAll(/<id>7[12]<\/id>/g, '<id/>')),
  ),
  'customers_list refused': {
    breaks: [
      'customers-list.shape',
      'customers-list.ids-unique',
      'customers-list.since',
      'customers-list.future',
    ],
    because: 'a list that is refused shows nothing',
    spoil: onCall('customers_list', () => {
      throw new Refusal('ressource inconnue : customers_list');
    }),
  },
  'customer listed once an address': breaks(
    'customers-list.ids-unique',
    inCustomers((content) => content.replace(/^(<customers>.*?<\/customers>)/s, '$1$1')),
  ),
  'date of customers refused': {
    breaks: ['customers-list.since', 'customers-list.future'],
    because: 'a date to come is a date too',
    spoil: onCall('customers_list', (call, next) => {
      if (valueIn(call, 'date') !== '') throw new Refusal('date illisible');
      return next(call);
    }),
  },
  'date of customers ignored': breaks(
    'customers-list.future',
    onCall('customers_list', (call, next) => next(withValue(call, 'date', ''))),
  ),
} satisfies DefectTable;
