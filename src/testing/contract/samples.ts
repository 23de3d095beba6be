import type { PostalAddress, ShopCustomer } from '../../domain/customer.ts';
import { type LocalDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import { type Decimal, parseDecimal } from '../../domain/decimal.ts';
import type { FieldKind, FieldsOf, FieldTable, KindTypes } from '../../domain/fields.ts';
import type { Order } from '../../domain/order.ts';
import type { Origin } from '../../domain/origin.ts';
import type { PriceRuleChange } from '../../domain/price-rule.ts';
import { type Image, PRODUCT_FIELDS, type ProductChange, type ProductFields } from '../../domain/product.ts';
import { present } from './expect.ts';

export const decimal = (text: string): Decimal => present(parseDecimal(text), `the number ${text}`);
export const moment = (text: string): LocalDateTime => present(parseLocalDateTime(text), `the date ${text}`);

/** A value of each kind: another in every place of a table. */
export const VALUES: { readonly [Kind in FieldKind]: (name: string, place: number) => KindTypes[Kind] } = {
  text: (name, place) => `${name} ${place} « é » & <b>`,
  decimal: (_, place) => decimal(`${place}.25`),
  boolean: (_, place) => place % 2 === 0,
  date: (_, place) => moment(`2026-03-22 10:00:${String(place % 60).padStart(2, '0')}`),
};

/** A value for every field of a table, whatever fields it will have; others where `start` is another. */
export const sampleOf = <Table extends FieldTable>(table: Table, start: number): FieldsOf<Table> =>
  Object.fromEntries(
    Object.entries(table).map(([name, kind], index) => [name, VALUES[kind](name, start + index)]),
  ) as FieldsOf<Table>;

export const EVERY_FIELD: ProductFields = {
  ...sampleOf(PRODUCT_FIELDS, 0),
  name: 'Figurine « hybride » & Cie',
  description: '<p>Longue<br />description</p>',
  shortDescription: '<b>Courte</b>',
  metaTitle: 'Titre',
  metaDescription: 'Méta',
  metaKeywords: 'un, deux',
  netPrice: decimal('36.77'),
  taxRate: decimal('5.5'),
  ecotax: decimal('0.12'),
  stock: decimal('12'),
  weight: decimal('0.25'),
  width: decimal('10'),
  height: decimal('20.5'),
  depth: decimal('3'),
  ean13: '3760123456789',
  upc: '042100005264',
  active: true,
  available: false,
};

/** Another value for every field. */
export const EVERY_FIELD_CHANGED: ProductFields = {
  ...sampleOf(PRODUCT_FIELDS, 101),
  name: 'Autre nom',
  description: 'Autre description',
  shortDescription: 'Autre courte',
  metaTitle: 'Autre titre',
  metaDescription: 'Autre méta',
  metaKeywords: 'trois',
  netPrice: decimal('40'),
  taxRate: decimal('20'),
  ecotax: decimal('1'),
  stock: decimal('-3.5'),
  weight: decimal('1.125'),
  width: decimal('11'),
  height: decimal('21'),
  depth: decimal('4'),
  ean13: '3760987654321',
  upc: '042100005265',
  active: false,
  available: true,
};

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
export const PNG: Image = {
  type: 'image/png',
  bytes: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2),
};
export const JPEG: Image = { type: 'image/jpeg', bytes: bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46) };
export const PDF: Uint8Array = new TextEncoder().encode('%PDF-1.4\n%âãÏÓ\ntrailer\n%%EOF\n');

/** A change that says something in every part of a product. */
export const everyPart = (reference: string): ProductChange => ({
  reference,
  fields: EVERY_FIELD,
  categoryPath: ['Jouets', 'Figurines', 'Hybrides'],
  translations: { 'en-gb': { name: 'Figure', description: 'Long' }, de: { name: 'Figur' } },
  priceLevels: { 2: decimal('35'), 4: decimal('33.5') },
  categoryPrices: [
    { category: 'Grossistes', netPrice: decimal('30') },
    { category: 'Détail', netPrice: decimal('38') },
  ],
  customFields: { xx_marque: 'Acme', xx_saison: '2026' },
  image: PNG,
});

const ADDRESS: Required<PostalAddress> = {
  country: 'FR',
  company: 'Bague’s en or',
  lastName: 'Lee',
  firstName: 'Ondine',
  address1: '12 rue des Orfèvres',
  address2: 'BP 65993',
  postcode: '57000',
  city: 'Metz',
  phone: '03 87 00 00 00',
  mobile: '06 65 87 00 00',
};

/** A connector's visit. */
export const exchange = (number: number): Origin => ({ by: 'erp', exchange: `exchange-${number}` });

/** An order that has everything but `excluded`. */
export const order = (id: string, changes: Partial<Order> = {}): Order => ({
  id,
  reference: `WEB-${id}`,
  state: '2',
  placedAt: moment('2026-03-22 10:09:22'),
  warehouse: 'Metz',
  currency: 'EUR',
  paymentMethod: 'Carte bancaire',
  carrier: 'Colissimo',
  documentType: 'order',
  documentState: 'confirmed',
  delivery: ADDRESS,
  billing: { ...ADDRESS, address1: '1 place d’Armes', vatNumber: 'FR40303265045' },
  customer: { id: '77', erpCode: 'BAGUES', lastName: 'Lee', firstName: 'Ondine', email: 'lee@bagues.fr' },
  totals: {
    discountPercent: decimal('10'),
    discountInclTax: decimal('12'),
    discountExclTax: decimal('10'),
    paid: decimal('117.99'),
    productsInclTax: decimal('120'),
    productsExclTax: decimal('100'),
    shippingInclTax: decimal('9.99'),
    shippingTaxRate: decimal('20'),
  },
  lines: [
    {
      reference: 'AB 12/L',
      quantity: decimal('2'),
      name: 'Figurine <L>',
      netUnitPrice: decimal('50'),
      taxRate: decimal('20'),
      ecotax: decimal('0.5'),
      axis1: 'Bleu',
      axis2: 'L',
    },
  ],
  ...changes,
});

export const shopCustomer = (id: string, changes: Partial<ShopCustomer> = {}): ShopCustomer => ({
  id,
  lastName: 'Lee',
  firstName: 'Ondine',
  email: `${id}@bagues.fr`,
  address: ADDRESS,
  ...changes,
});

export const priceRule = (changes: Partial<PriceRuleChange> = {}): PriceRuleChange => ({
  source: 'cli_prodfam',
  rule: 'TF00002',
  reference: 'ATTA0001',
  customer: 'CCL00002',
  group: '',
  currency: '',
  country: '',
  fromQuantity: decimal('1'),
  validFrom: moment('2015-02-01 00:00:00'),
  kind: 'percent_off',
  value: decimal('10'),
  options: {},
  ...changes,
});
