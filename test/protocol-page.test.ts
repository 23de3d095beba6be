import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseLocalDateTime } from '../src/domain/dates.ts';
import { parseDecimal, ZERO } from '../src/domain/decimal.ts';
import type { Order } from '../src/domain/order.ts';
import { CONTACT_TABLE, CUSTOMER_TABLE, ERP_ADDRESS_TABLE } from '../src/wire/messages/customer-tables.ts';
import type { FieldTable } from '../src/wire/messages/field-table.ts';
import { HEADER_TABLE, LINE_TABLE, TOTALS_TABLE } from '../src/wire/messages/order-tables.ts';
import { PRODUCT_TABLE } from '../src/wire/messages/product-table.ts';
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

const amount = (text: string) => parseDecimal(text) ?? ZERO;

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
    discountPercent: amount('10'),
    discountInclTax: amount('12.6'),
    discountExclTax: amount('10.5'),
    paid: amount('113.4'),
    productsInclTax: amount('120'),
    productsExclTax: amount('100'),
    shippingInclTax: amount('6'),
    shippingTaxRate: amount('20'),
  },
  lines: [
    {
      reference: 'SHIRT 40/B',
      quantity: amount('2'),
      name: 'Chemise',
      netUnitPrice: amount('50'),
      taxRate: amount('20'),
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

const wireNames = [
  PRODUCT_TABLE,
  CUSTOMER_TABLE,
  CONTACT_TABLE,
  ERP_ADDRESS_TABLE,
  HEADER_TABLE,
  TOTALS_TABLE,
  LINE_TABLE,
].flatMap((table: FieldTable) => Object.values(table).flatMap(({ names }) => names));

test.each([...new Set(wireNames)])('the page names the field %s', (name) => {
  expect(PAGE).toMatch(new RegExp(`\\b${name}\\b`));
});

test.each(knownResources)('the page’s table has the resource %s', (resource) => {
  expect(PAGE).toContain(`\n| \`${resource}\` | `);
});
