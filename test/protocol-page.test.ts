import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonSchemaOf } from '../src/cli/configuration/json-schema.ts';
import { shopSchema } from '../src/configuration/shop.ts';
import { parseLocalDateTime } from '../src/domain/dates.ts';
import type { Order } from '../src/domain/order.ts';
import { decimal } from '../src/testing/contract/samples.ts';
import {
  CONTACT_TABLE,
  CUSTOMER_TABLE,
  ERP_ADDRESS_TABLE,
} from '../src/wire/messages/customers/customer-tables.ts';
import { HEADER_TABLE, LINE_TABLE, TOTALS_TABLE } from '../src/wire/messages/orders/order-tables.ts';
import type { WireTable } from '../src/wire/messages/parts/field-table.ts';
import { PRODUCT_TABLE } from '../src/wire/messages/products/product-table.ts';
import { knownResources } from '../src/wire/messages/resources.ts';
import { KEY, type ServedEndpoint, serveEndpoint } from './support/endpoint.ts';
import { post } from './support/form.ts';

const PAGE = readFileSync(new URL('../docs/protocol.md', import.meta.url), 'utf8');

/** The examples of a kind, in the page's order: ```xml request RESOURCE or ```xml reply RESOURCE. */
const examples = (kind: 'request' | 'reply'): readonly (readonly [resource: string, xml: string])[] =>
  Array.from(
    PAGE.matchAll(new RegExp(`^\`\`\`xml ${kind} ?(.*)\\n([^\`]+)\`\`\``, 'gm')),
    ([, name, xml]) => [name ?? '', xml ?? ''],
  );

/** As a message is written: without the page's line breaks and indents between elements. */
const compact = (xml = ''): string =>
  xml
    .replace(/^<\?xml.*?\?>/, '')
    .replace(/>\s+</g, '><')
    .trim();

const ADDRESS = {
  country: 'FR',
  lastName: 'Lee',
  firstName: 'Ondine',
  address1: "1 rue d'Or",
  postcode: '57000',
  city: 'Metz',
};
const CUSTOMER = { id: '7', lastName: 'Lee', firstName: 'Ondine', email: 'lee@example.com' };
const ORDER: Omit<Order, 'placedAt'> = {
  id: '1042',
  reference: 'WEB-1042',
  state: 'paid',
  currency: 'EUR',
  paymentMethod: 'Carte',
  carrier: 'La Poste',
  delivery: ADDRESS,
  billing: { ...ADDRESS, vatNumber: 'FR12345678901' },
  customer: { ...CUSTOMER, erpCode: 'CLEE' },
  totals: {
    discountPercent: decimal('10'),
    discountInclTax: decimal('12.6'),
    discountExclTax: decimal('10.5'),
    paid: decimal('113.4'),
    productsInclTax: decimal('120'),
    productsExclTax: decimal('100'),
    shippingInclTax: decimal('6'),
    shippingTaxRate: decimal('20'),
  },
  lines: [
    {
      reference: 'SHIRT 40/B',
      quantity: decimal('2'),
      name: 'Chemise',
      netUnitPrice: decimal('50'),
      taxRate: decimal('20'),
    },
  ],
};

let served: ServedEndpoint;
beforeAll(async () => {
  served = await serveEndpoint({ served: { language: 'fr' } });
});
afterAll(() => served.close());

const call = async (resource: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
  compact((await post(served.url, Object.entries({ key: KEY, resource, ...more }))).text);

async function sendExamples(): Promise<void> {
  await call('add_product', { reference: 'LAMP-1' });
  for (const [resource, xml] of examples('request')) {
    const data = xml.replace('<key>KEY</key>', `<key>${KEY}</key>`);
    const routing = resource === '' ? {} : { key: KEY, resource };
    const { text } = await post(served.url, Object.entries({ ...routing, data }));
    expect(text, xml).not.toContain('<error>');
  }
}

async function answers(): Promise<Readonly<Record<string, string>>> {
  const placedAt = parseLocalDateTime('2026-03-22 10:09:22');
  if (placedAt) await served.memory.seed.order({ ...ORDER, placedAt });
  await served.memory.seed.customer({ ...CUSTOMER, address: ADDRESS });
  const row = (price: string) =>
    `<grille src="s" ref="r"><id_product>LAMP-1</id_product><price>${price}</price><reduction_type>price</reduction_type></grille>`;
  return {
    update_product: await call('update_product', { reference: 'LAMP-1', stock: '4' }),
    error: await call('update_product', { reference: 'LAMP-1', stock: 'beaucoup' }),
    products_list: await call('products_list'),
    add_grilles: await call('add_grilles', { data: `<grilles>${row('1')}${row('cher')}</grilles>` }),
    orders: await call('orders', { id: '1042' }),
    set_order_exported: await call('set_order_exported', { id: '1042', statut_final: 'in_preparation' }),
    customers_list: await call('customers_list', { date: '01-01-2026' }),
    add_tracking: await call('add_tracking', { id: '1042', shipping_number: '6A00001' }),
  };
}

test('the page’s requests are accepted without a remark, and its replies are what is answered', async () => {
  await sendExamples();
  expect(served.exchanges.flatMap(({ warnings }) => warnings)).toEqual([]);
  const printed = Object.fromEntries(examples('reply').map(([name, xml]) => [name, compact(xml)]));
  expect(printed).toEqual(await answers());
});

/** The cells of each row of the page's table with this head. */
function tableOf(head: string): readonly (readonly string[])[] {
  const [, rest = ''] = PAGE.split(`\n${head}\n`);
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(1, end).map((line) => line.slice(1, -1).split('|'));
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');
const namedIn = (cell = ''): readonly string[] =>
  Array.from(cell.matchAll(/`(.+?)`/g), ([, name = '']) => name);
const hasAll = (cell: string | undefined, names: readonly string[]): boolean =>
  names.every((name) => namedIn(cell).includes(name));

test('the page’s table of a product’s fields has these rows too', () => {
  const rows = tableOf('| universal | PrestaShop-like | meaning |');
  const missing = Object.values<WireTable[string]>(PRODUCT_TABLE).filter(
    ({ names: [own, ...others] }) =>
      !rows.some(([universal, prestashop]) => hasAll(universal, [own]) && hasAll(prestashop, others)),
  );
  expect(
    missing.map(({ names: [own, ...others] }) => `| ${quoted([own])} | ${quoted(others)} | … |`),
  ).toEqual([]);
});

test.each<[string, WireTable]>([
  ['client', CUSTOMER_TABLE],
  ['contacts/contact', CONTACT_TABLE],
  ['livraisons/livraison', ERP_ADDRESS_TABLE],
  ['facturation', ERP_ADDRESS_TABLE],
])('the page’s row of %s in `add_customer` names these elements too', (place, table) => {
  const row = tableOf('| in | elements |').find(([places]) => hasAll(places, [place]));
  const names = Object.values(table).flatMap((field) => field.names);
  expect(names.filter((name) => !hasAll(row?.[1], [name]))).toEqual([]);
});

test('the page names these fields of an order too', () => {
  const names = [HEADER_TABLE, TOTALS_TABLE, LINE_TABLE].flatMap((table: WireTable) =>
    Object.values(table).flatMap((field) => field.names),
  );
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(PAGE))).toEqual([]);
});

test('the page’s table of resources has these rows too', () => {
  const rows = tableOf('| resource | § | request | reply inside `<connecteur>` | repeated |');
  expect(knownResources.filter((resource) => !rows.some(([name]) => hasAll(name, [resource])))).toEqual([]);
});

test('the page lists what `clearable` may name', () => {
  const names = jsonSchemaOf(shopSchema).properties?.clearable?.items?.enum ?? [];
  const all = names.map((name) => `\`${name}\``);
  const sentence = `out of ${all.slice(0, -1).join(', ')} and ${all.at(-1)}.`;
  expect(PAGE.replaceAll(/\s+/g, ' ').includes(sentence), sentence).toBe(true);
});
