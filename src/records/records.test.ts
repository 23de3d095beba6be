import { expect, test } from 'vitest';
import type { Customer, ShopCustomer } from '../domain/customer.ts';
import type { Order, OrderRecord } from '../domain/order.ts';
import type { PriceRule } from '../domain/price-rule.ts';
import type { Decoded } from '../domain/problem.ts';
import type { Product } from '../domain/product.ts';
import { describe as sentence } from '../shop/wording.ts';
import {
  decimal,
  EVERY_FIELD,
  JPEG,
  moment,
  order as sampleOrder,
  shopCustomer,
} from '../testing/contract/samples.ts';
import { formatCustomer, readCustomer } from './customer-record.ts';
import { formatDocument, readDocument } from './document-record.ts';
import { formatOrder, readOrder } from './order-record.ts';
import { formatPriceRule, readPriceRule } from './price-rule-record.ts';
import { formatProduct, readProduct } from './product-record.ts';

/** As it comes out of a file. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function accepted<T>(result: Decoded<T>): T {
  if (!result.ok) throw new Error(sentence(result.problem, 'en'));
  return result.value;
}

function refusalOf(result: Decoded<unknown>): string {
  if (result.ok) throw new Error('accepted');
  return sentence(result.problem, 'en');
}

const VARIANT: Product = {
  id: '7',
  reference: 'AB 12/L',
  kind: 'variant',
  parent: 'AB 12',
  fields: EVERY_FIELD,
  categoryPath: ['Jouets', 'Figurines'],
  axes: [{ name: 'Couleur', value: 'Bleu' }],
  translations: { 'en-gb': { name: 'Figure' } },
  priceLevels: { 2: decimal('35') },
  categoryPrices: [{ category: 'Grossistes', netPrice: decimal('30') }],
  customFields: { reference: 'a custom field may have any name', __proto__x: '1' },
  image: { type: 'image/jpeg', sha256: 'ab' },
};

test('everything of a product survives its line', () => {
  const line = throughJson(formatProduct(VARIANT, JPEG.bytes));
  const { id: _, kind: __, image: ___, ...rest } = VARIANT;
  expect(accepted(readProduct(line))).toEqual({ change: { ...rest, image: JPEG }, imageLeftOut: false });
});

test('a product of which little is known has the fields that others rely on, decimals as texts', () => {
  const { id, reference } = VARIANT;
  const bare: Product = {
    id,
    reference,
    kind: 'product',
    fields: { netPrice: decimal('12.5') },
    categoryPath: [],
    axes: [],
    translations: {},
    priceLevels: {},
    categoryPrices: [],
    customFields: {},
  };
  expect(formatProduct(bare)).toEqual({
    reference: 'AB 12/L',
    kind: 'product',
    parent: null,
    name: null,
    netPrice: '12.5',
    taxRate: null,
    stock: null,
    active: null,
    description: null,
  });
});

test('absent, null and value stay three things; a field of no known name is kept as a custom field', () => {
  const { change } = accepted(readProduct({ reference: ' A ', stock: 3, name: null, marque: 'Acme' }));
  expect(change).toEqual({
    reference: 'A',
    fields: { stock: '3', name: null },
    customFields: { marque: 'Acme' },
  });
});

test('an image without its bytes is told apart from no image', () => {
  const line = throughJson(formatProduct(VARIANT));
  expect(accepted(readProduct(line))).toMatchObject({ imageLeftOut: true });
});

test.each([
  [{ name: 'x' }, 'the field "reference" is required'],
  [{ reference: 'A', netPrice: 'abc' }, 'product A: "netPrice" is "abc": expected a number'],
  [{ reference: 'A', active: 'perhaps' }, '"active" is "perhaps"'],
  [{ reference: 'A', kind: 'variant' }, '"parent" is required'],
  [{ reference: 'A', kind: 'thing' }, '"kind" is "thing"; possible values: product, variant'],
  [{ reference: 'A', categoryPath: 'Jouets' }, '"categoryPath" is "Jouets": expected [ … ]'],
  [{ reference: 'A', axes: ['Bleu'] }, '"axes[0]" is "Bleu": expected { … }'],
  [{ reference: 'A', translations: { en: { nom: 'x' } } }, 'unknown field "translations.en.nom"'],
  [{ reference: 'A', priceLevels: { 7: '1' } }, 'unknown field "priceLevels.7"'],
  [{ reference: 'A', image: { base64: 'AAAA' } }, '"image.base64" is no image'],
  [['A'], 'unreadable record'],
])('the product %j is refused by name', (line, expected) => {
  expect(refusalOf(readProduct(line))).toContain(expected);
});

test('a value that is nested deeper than the stack is high is refused like any other', () => {
  const name: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(refusalOf(readProduct({ reference: 'A', name }))).toContain('"name" is […]: expected');
});

const RECORD: OrderRecord = {
  ...sampleOrder('O1', { excluded: true }),
  history: [
    { state: '1', at: moment('2026-03-22 10:09:22'), by: 'shop' },
    { state: '2', at: moment('2026-03-23 10:09:22'), by: 'erp' },
  ],
  trackingNumbers: ['6A123'],
  confirmedAt: moment('2026-03-23 10:09:22'),
};

test('an order survives its line with its past', () => {
  const { order, past } = accepted(readOrder(throughJson(formatOrder(RECORD))));
  expect({ ...order, ...past }).toEqual(RECORD);
});

test('the piece that the ERP makes of it may be said by the protocol’s codes', () => {
  const { order } = accepted(readOrder({ ...RECORD, documentType: 23, documentState: '0' }));
  expect(order).toMatchObject({ documentType: 'invoice', documentState: 'entered' });
});

const withTotals = (totals: Partial<Record<keyof Order['totals'], string>>) =>
  throughJson({ ...RECORD, totals: { ...RECORD.totals, ...totals } });

test.each([
  [withTotals({ paid: '117.98' }), 'order O1: "totals.paid" is 117.98 instead of 117.99'],
  [withTotals({ paid: '' }), '"totals.paid" is ""'],
  [{ ...RECORD, placedAt: 'hier' }, '"placedAt" is "hier": expected a date'],
  [{ ...RECORD, lines: [{ reference: 'A' }] }, '"lines[0].quantity" is required'],
  [{ ...RECORD, totl: {} }, 'unknown field "totl"'],
  [{ ...RECORD, documentType: 'avoir' }, '"documentType" is "avoir"; possible values: quote, order,'],
  [{ ...RECORD, delivery: { ville: 'Metz' } }, 'unknown field "delivery.ville"'],
])('an order with something wrong is refused by name', (line, expected) => {
  expect(refusalOf(readOrder(line))).toContain(expected);
});

const CUSTOMER: Customer = {
  id: '3',
  code: 'BAGUES',
  fields: { name: 'Bague’s en or', discountRate: decimal('2.5'), active: true },
  customFields: { xx_zone: 'Est' },
  contacts: [{ fields: { email: 'zhia@bagues.fr' }, customFields: { xx_role: 'achats' } }],
  deliveryAddresses: [{ fields: { city: 'METZ' }, customFields: {} }],
  billingAddress: { fields: { city: 'Metz', country: 'France' }, customFields: {} },
};
const OWN: ShopCustomer = shopCustomer('C3');

test('a customer survives its line, with what the shop’s own side said', () => {
  const { own, erp } = accepted(readCustomer(throughJson(formatCustomer(CUSTOMER, OWN))));
  expect(own).toEqual(OWN);
  expect(erp).toEqual({
    code: 'BAGUES',
    fields: { ...CUSTOMER.fields, email: null, priceCategory: null },
    customFields: { xx_zone: 'Est' },
    contacts: CUSTOMER.contacts,
    deliveryAddresses: [{ fields: { city: 'METZ' } }],
    billingAddress: { fields: CUSTOMER.billingAddress?.fields },
  });
});

test('a customer of the shop’s own is read from its line, and from its plain shape', () => {
  const { code: _, ...unknownToErp } = { ...CUSTOMER, id: 'C3' };
  expect(accepted(readCustomer(throughJson(formatCustomer(unknownToErp, OWN))))).toEqual({ own: OWN });
  expect(accepted(readCustomer(throughJson(OWN)))).toEqual({ own: OWN });
  expect(refusalOf(readCustomer({ name: 'x' }))).toContain('"code" is required');
});

const RULE: PriceRule = {
  source: 'cli_prodfam',
  rule: 'TF00002',
  reference: 'ATTA0001',
  customer: 'CCL00002',
  group: '',
  currency: 'EUR',
  country: '',
  fromQuantity: decimal('10'),
  validFrom: moment('2015-02-01 00:00:00'),
  kind: 'percent_off',
  value: decimal('10'),
  options: { validTo: moment('2016-02-01 00:00:00'), basePrice: decimal('8') },
  seenAt: moment('2026-01-01 00:00:00'),
};

test('a price rule survives its line; a retired one is not brought back', () => {
  const { seenAt: _, ...change } = RULE;
  expect(accepted(readPriceRule(throughJson(formatPriceRule(RULE, false))))).toEqual(change);
  const retired = { ...RULE, retiredAt: moment('2026-01-02 00:00:00') };
  expect(accepted(readPriceRule(throughJson(formatPriceRule(retired, true))))).toBe('retired');
  expect(refusalOf(readPriceRule({ reference: 'A', kind: 'amount', value: 1 }))).toContain('percent_off');
});

test('a sales document survives its line, with and without its file', () => {
  const { id: _, reference: __, state: ___, ...content } = sampleOrder('x');
  const file = { type: 'text/html', sha256: 'ab', bytes: 9 } as const;
  const document = {
    number: 'FA001',
    type: 'invoice',
    email: 'lee@bagues.fr',
    content: { ...content, customFields: { note: 'merci' } },
    file,
  } as const;
  const html = new TextEncoder().encode('<html></html>');
  expect(accepted(readDocument(throughJson(formatDocument(document, html))))).toEqual({
    change: { ...document, file: { type: 'text/html', bytes: html } },
    fileLeftOut: false,
  });
  const { file: ____, ...rest } = document;
  expect(accepted(readDocument(throughJson(formatDocument(document))))).toEqual({
    change: rest,
    fileLeftOut: true,
  });
});
