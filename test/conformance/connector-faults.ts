import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import type { RequirementId } from '../../src/conformance/connector/requirements.ts';
import { type Behaviour, GOOD, type Message, type Wire } from './model-connector.ts';

/** A fault breaks one requirement; what else must be red with it, is its consequence. */
export interface Fault {
  readonly behaviour: Partial<Behaviour>;
  readonly also?: readonly RequirementId[];
}

const PRODUCT_WRITES = ['add_product', 'update_product', 'update_option'];

const inMessage = (resources: readonly string[], change: (message: Message) => Message): Fault => ({
  behaviour: { message: (message) => (resources.includes(message.resource) ? change(message) : message) },
});

/** In the XML and as a variable. */
const withValue = (resources: readonly string[], name: string, value: string): Fault =>
  inMessage(resources, (message) => ({ ...message, values: { ...message.values, [name]: value } }));

const withXml = (resource: string, from: string, to: string): Fault =>
  inMessage([resource], (message) => ({ ...message, xml: message.xml.replaceAll(from, to) }));

const onWire = (resource: string, change: (wire: Wire) => Wire): Fault => ({
  behaviour: { wire: (wire) => (wire.variables.resource === resource ? change(wire) : wire) },
});

const without = (names: readonly string[], values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

const dataReplaced = (wire: Wire, change: (text: string) => string): Wire => ({
  ...wire,
  data: Buffer.from(change(wire.data?.toString('utf8') ?? '')),
});

/** A deliberately broken connector for every requirement. */
export const FAULTS: Readonly<Record<RequirementId, Fault>> = {
  'connector.request.post': onWire('add_tracking', (wire) => ({ ...wire, method: 'PUT' })),
  'connector.request.path': onWire('add_tracking', (wire) => ({
    ...wire,
    url: wire.url.replace('?shop=1', ''),
  })),
  'connector.request.secret-url': onWire('add_tracking', (wire) => ({
    ...wire,
    url: `${wire.url}&key=${wire.variables.key}`,
  })),
  'connector.request.form': {
    ...onWire('customers_list', (wire) => ({ ...wire, contentType: 'text/xml' })),
    also: ['connector.customers-list.date'],
  },
  'connector.request.key': {
    behaviour: {
      wire: (wire) =>
        wire.variables.resource === 'add_tracking'
          ? {
              ...dataReplaced(wire, (text) => text.replace(/<key>.*<\/key>/, '')),
              variables: without(['key'], wire.variables),
            }
          : wire,
    },
  },
  'connector.request.resource': {
    ...withValue(['add_tracking'], 'resource', 'add_parcel'),
    also: ['connector.tracking.fields'],
  },
  'connector.request.in-turn': { behaviour: { overlaps: true } },
  'connector.data.compression': onWire('add_grilles', (wire) => ({
    ...wire,
    variables: { ...wire.variables, compression: '1' },
    data: deflateRawSync(wire.data ?? ''),
  })),
  'connector.data.encoding': {
    behaviour: {
      wire: (wire) =>
        PRODUCT_WRITES.includes(wire.variables.resource ?? '')
          ? {
              ...wire,
              variables: without(['nom'], wire.variables),
              data: Buffer.from(wire.data?.toString('utf8') ?? '', 'latin1'),
            }
          : wire,
    },
  },
  'connector.data.xml': onWire('update_option', (wire) =>
    dataReplaced(wire, (text) => text.replaceAll('&amp;', '&')),
  ),
  'connector.data.agreement': onWire('update_option', (wire) => ({
    ...wire,
    variables: { ...wire.variables, tva: '5.5' },
  })),
  'connector.values.numbers': withValue(PRODUCT_WRITES, 'p_vente', '12,50'),
  'connector.values.booleans': withValue(PRODUCT_WRITES, 'actif', 'oui'),
  'connector.products.lists-first': { behaviour: { listsFirst: false } },
  'connector.lists.slices': { behaviour: { sliceStarts: [0, 499, 999, 1_499] } },
  'connector.lists.end': {
    behaviour: { readsOn: false },
    // What it added stands at the end of the list.
    also: ['connector.products.update-known'],
  },
  'connector.products.reference': {
    behaviour: {
      wire: (wire) =>
        wire.variables.resource === 'update_option'
          ? dataReplaced(wire, (text) => text.replace(/<reference>.*<\/reference>/, ''))
          : wire,
    },
  },
  'connector.products.update-known': {
    behaviour: { choose: (known) => (known === 'product' ? 'add_product' : GOOD.choose(known)) },
  },
  'connector.options.update-known': {
    behaviour: { choose: (known) => (known === 'option' ? 'update_product' : GOOD.choose(known)) },
  },
  'connector.products.add-unknown': {
    behaviour: { choose: (known) => GOOD.choose(known ?? 'product') },
    // Nothing is ever added then.
    also: ['connector.products.add-once'],
  },
  'connector.products.add-once': { behaviour: { addsTwice: true } },
  'connector.products.tax-rate': withValue(PRODUCT_WRITES, 'tva', '0.2'),
  'connector.gammes.skus': {
    behaviour: {
      message: (message) => ({ ...message, xml: message.xml.replaceAll('AB 12 É>', '7412/A>') }),
    },
  },
  'connector.gammes.axes': {
    behaviour: {
      message: (message) => ({ ...message, xml: message.xml.replaceAll('<value>M</value>', '') }),
    },
  },
  'connector.orders.filter': withValue(['orders_list'], 'filter', '2,,3'),
  'connector.orders.listed-only': { behaviour: { readsUnlisted: true } },
  'connector.orders.read-first': {
    behaviour: { confirmsFirst: true, confirms: () => true },
    // It cannot know what it confirms.
    also: ['connector.orders.no-import'],
  },
  'connector.orders.confirmed': {
    behaviour: { confirms: (order) => order.id !== '70002' && GOOD.confirms(order) },
  },
  'connector.orders.unknown-elements': {
    behaviour: { confirms: (order) => !order.xml.includes('xx_origine') && GOOD.confirms(order) },
  },
  'connector.orders.no-import': { behaviour: { confirms: () => true } },
  'connector.orders.confirm-again': { behaviour: { confirmsAgain: false } },
  'connector.orders.not-anew': { behaviour: { readsAgain: true } },
  'connector.errors.goes-on': {
    behaviour: { stopsAtRefusal: true },
    // It never comes to the orders again.
    also: ['connector.orders.confirm-again', 'connector.orders.not-anew'],
  },
  'connector.errors.stops': { behaviour: { stopsAt5xx: false } },
  'connector.tracking.fields': withValue(['add_tracking'], 'shipping_number', ''),
  'connector.customers-list.date': withValue(['customers_list'], 'date', '2026-03-22'),
  'connector.customers.code': withXml('add_customer', 'identifiant="C1"', 'identifiant="C2"'),
  'connector.price-rules.fields': withXml('add_grilles', 'ref="TF1"', ''),
  'connector.price-rules.reduction-type': withXml('add_grilles', 'reduction_percentage', 'percent'),
  'connector.price-rules.dates': withXml('add_grilles', '2015-02-01 00:00:00', '01/02/2015'),
  'connector.documents.number': withXml('add_order', '<reference>FA00017</reference>', ''),
  'connector.documents.pdf': withXml('add_order', '<pdf>', '<pdf>AAAA'),
  'connector.document-push.fields': withValue([''], 'type', ''),
  'connector.document-push.file': inMessage([''], (message) => ({ ...message, files: { pdf: 'AAAA' } })),
};
