import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LocalDateTime } from '../../../domain/dates.ts';
import { type Decimal, ZERO } from '../../../domain/decimal.ts';
import type { MessageCodec, WireOptions } from '../codec.ts';
import { encodeError } from '../replies/error.ts';
import { code } from '../testing/arbitraries.ts';
import { orderDocument } from '../testing/order-arbitraries.ts';
import { decodedValue, PLAIN_OPTIONS, posted, readXml, sent } from '../testing/round-trip.ts';
import { addTrackingCodec } from './add-tracking.ts';
import type { OrderDocument } from './order-reader.ts';
import { ordersCodec } from './orders.ts';
import { setOrderExportedCodec } from './set-order-exported.ts';

const KIT: WireOptions = { ...PLAIN_OPTIONS, profile: 'kit-2015' };
const amount = (text: string) => text as Decimal;

const nowhere = { country: '', lastName: '', firstName: '', address1: '', postcode: '', city: '' };
const order: OrderDocument = {
  reference: 'WEB-7',
  placedAt: '2013-03-22 10:09:22' as LocalDateTime,
  warehouse: 'Metz',
  currency: 'EUR',
  paymentMethod: 'Chèque',
  carrier: 'La Poste',
  documentType: 'order',
  documentState: 'confirmed',
  delivery: { ...nowhere, country: 'FR' },
  billing: { ...nowhere, vatNumber: 'FR12' },
  customer: { id: '5', erpCode: 'BAGUES', lastName: 'Or', firstName: 'Luc', email: 'l@or.fr' },
  totals: {
    discountPercent: ZERO,
    discountInclTax: ZERO,
    discountExclTax: ZERO,
    paid: amount('65'),
    productsInclTax: amount('60'),
    productsExclTax: amount('50'),
    shippingInclTax: amount('5'),
    shippingTaxRate: amount('20'),
  },
  lines: [
    {
      reference: 'A',
      quantity: amount('2.5'),
      name: 'Bague',
      netUnitPrice: amount('20'),
      taxRate: amount('20'),
      axis1: 'Bleu',
      axis2: 'L',
    },
  ],
  excluded: true,
};

const ADDRESS =
  '<company/><lastname/><firstname/><address1/><address2/><postcode/><city/><phone/><phone_mobile/>';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

test('the element order is the specification’s; total_products includes tax', () => {
  expect(ordersCodec.encodeReply(order, PLAIN_OPTIONS)).toBe(
    `${HEAD}<connecteur><order><livraison><pays>FR</pays>${ADDRESS}</livraison>` +
      `<facturation><pays/>${ADDRESS}<vat_number>FR12</vat_number></facturation>` +
      '<client><id>5</id><code_erp>BAGUES</code_erp><lastname>Or</lastname><firstname>Luc</firstname><email>l@or.fr</email></client>' +
      '<commande><date_add>2013-03-22 10:09:22</date_add><depot>Metz</depot><currency>EUR</currency><payment>Chèque</payment>' +
      '<total_discounts>0</total_discounts><total_discounts_tax_incl>0</total_discounts_tax_incl>' +
      '<total_discounts_tax_excl>0</total_discounts_tax_excl><total_paid>65</total_paid><total_products>60</total_products>' +
      '<total_products_wt>50</total_products_wt><total_shipping>5</total_shipping><carrier_tax_rate>20</carrier_tax_rate>' +
      '<livreur>La Poste</livreur><type>21</type><statut>1</statut><reference>WEB-7</reference></commande>' +
      '<produits><product><product_reference>A</product_reference><product_quantity>2.5</product_quantity>' +
      '<product_name>Bague</product_name><product_price>20</product_price><tva_rate>20</tva_rate><ecotax>0</ecotax>' +
      '<product_gamme2>L</product_gamme2><product_gamme1>Bleu</product_gamme1></product></produits>' +
      '<no_import/></order></connecteur>\n',
  );
});

test('old readers get dd/mm/yyyy and no extras, and still skip what must not be imported', () => {
  const reply = ordersCodec.encodeReply(order, KIT);
  expect(reply).toContain('<commande><date_add>22/03/2013</date_add><total_discounts>');
  expect(reply).toContain('<product_quantity>2.5</product_quantity>');
  expect(reply).toContain('<no_import/>');
  for (const extra of 'vat_number code_erp depot currency payment type statut reference product_gamme1'.split(
    ' ',
  )) {
    expect(reply).not.toContain(`<${extra}>`);
  }
});

test('what our server says of an order is what our connector reads', () => {
  fc.assert(
    fc.property(orderDocument, (document) => {
      const root = readXml(ordersCodec.encodeReply(document, PLAIN_OPTIONS), ordersCodec.replyShape);
      expect(ordersCodec.decodeReply(root, PLAIN_OPTIONS)).toEqual({
        ok: true,
        value: document,
        warnings: [],
      });
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['<total_paid>beaucoup</total_paid>', { reason: 'not_a_number', field: 'total_paid', value: 'beaucoup' }],
  ['<date_add>hier</date_add>', { reason: 'not_a_date', field: 'date_add', value: 'hier' }],
])('an order with %s is refused', (inside, problem) => {
  const root = readXml(
    `<connecteur><order><commande>${inside}</commande></order></connecteur>`,
    ordersCodec.replyShape,
  );
  expect(ordersCodec.decodeReply(root, PLAIN_OPTIONS)).toMatchObject({ ok: false, problem });
});

test('an error and a reply without an order are no order', () => {
  const read = (xml: string) => ordersCodec.decodeReply(readXml(xml, ordersCodec.replyShape), PLAIN_OPTIONS);
  expect(read(encodeError('Commande inconnue'))).toMatchObject({
    problem: { reason: 'remote_error', value: 'Commande inconnue' },
  });
  expect(read('<connecteur/>')).toMatchObject({ problem: { reason: 'field_missing', field: 'order' } });
});

test('the messages about one order survive both ways', () => {
  const bothWays = <Request, Reply>(codec: MessageCodec<Request, Reply>, request: Request, reply: Reply) => {
    for (const profile of ['v3', 'kit-2015', 'samples'] as const) {
      const options = { ...PLAIN_OPTIONS, profile };
      const encoded = codec.encodeRequest(request, options);
      expect(decodedValue(codec.decodeRequest(sent(encoded, codec.requestShape), options))).toEqual(request);
      expect(
        decodedValue(codec.decodeRequest({ ...encoded, document: undefined as never }, options)),
      ).toEqual(request);
      const root = readXml(codec.encodeReply(reply, options), codec.replyShape);
      expect(decodedValue(codec.decodeReply(root, options))).toEqual(reply);
    }
  };
  fc.assert(
    fc.property(code, code, (id, other) => {
      bothWays(setOrderExportedCodec, { id, finalState: other }, { id, state: other });
      bothWays(setOrderExportedCodec, { id }, { id });
      bothWays(addTrackingCodec, { id, trackingNumber: other }, { id, trackingNumber: other });
      expect(decodedValue(ordersCodec.decodeRequest(ordersCodec.encodeRequest({ id }, KIT), KIT))).toEqual({
        id,
      });
    }),
    { numRuns: 50 },
  );
});

test('the official samples answer set_order_exported in orders_list', () => {
  const reply = (profile: WireOptions['profile']) =>
    setOrderExportedCodec.encodeReply({ id: '7', state: '4' }, { ...PLAIN_OPTIONS, profile });
  const inside = '<id>7</id><statut_final>4</statut_final>';
  expect(reply('v3')).toBe(
    `${HEAD}<connecteur><set_order_exported>${inside}</set_order_exported></connecteur>\n`,
  );
  expect(reply('samples')).toBe(`${HEAD}<connecteur><orders_list>${inside}</orders_list></connecteur>\n`);
});

test.each([
  [ordersCodec, {}, 'id'],
  [setOrderExportedCodec, { statut_final: '4' }, 'id'],
  [addTrackingCodec, { id: '7', shipping_number: ' ' }, 'shipping_number'],
] as const)('%o without what it needs is refused', (codec, variables, field) => {
  expect(codec.decodeRequest(posted(variables), PLAIN_OPTIONS)).toMatchObject({
    ok: false,
    problem: { reason: 'field_missing', entity: 'order', field },
  });
});
