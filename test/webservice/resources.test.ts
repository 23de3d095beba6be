import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESOURCES } from '../../src/conformance/connector/request/call.ts';
import { order, shopCustomer } from '../../src/testing/contract/samples.ts';
import { knownResources, type Resource } from '../../src/wire/messages/resources.ts';
import { KEY, type ServedEndpoint, serveEndpoint } from '../support/endpoint.ts';
import { type FormPart, post } from '../support/form.ts';

interface Called {
  readonly parts: readonly FormPart[];
  readonly reply: string;
}

const data = (xml: string): readonly FormPart[] => [['data', `<connecteur>${xml}</connecteur>`]];

/** A call of each resource, in this order, on a shop with one order and one customer. */
const CALLS: Readonly<Record<Resource, Called>> = {
  add_product: { parts: data('<reference>A</reference>'), reply: '<add_product/>' },
  update_product: { parts: data('<reference>A</reference>'), reply: '<update_product/>' },
  add_option: {
    parts: data('<reference>V</reference><product_reference>A</product_reference>'),
    reply: '<add_option/>',
  },
  update_option: { parts: data('<reference>V</reference>'), reply: '<update_option/>' },
  products_list: { parts: [], reply: '<product><id>1</id><reference>A</reference></product>' },
  options_list: { parts: [], reply: '<option><id>2</id><reference>V</reference></option>' },
  orders_list: { parts: [], reply: '<order><id>1</id><current_state>2</current_state></order>' },
  orders: { parts: [['id', '1']], reply: '<commande><date_add>2026-03-22 10:09:22</date_add>' },
  add_tracking: {
    parts: [
      ['id', '1'],
      ['shipping_number', '6A'],
    ],
    reply: '<shipping_number>6A</shipping_number>',
  },
  set_order_exported: {
    parts: [
      ['id', '1'],
      ['statut_final', '4'],
    ],
    reply: '<statut_final>4</statut_final>',
  },
  customers_list: { parts: [], reply: '<email>77@bagues.fr</email>' },
  add_customer: { parts: data('<client><codetiers>C</codetiers></client>'), reply: '<add_customer/>' },
  add_grilles: {
    parts: data(
      '<grilles><grille src="s" ref="r"><id_product>A</id_product><price>1</price><reduction_type>price</reduction_type></grille></grilles>',
    ),
    reply: '<add_grilles/>',
  },
  add_order: {
    parts: data('<order><commande><reference>FA1</reference></commande></order>'),
    reply: '<add_order/>',
  },
};

let served: ServedEndpoint;
beforeAll(async () => {
  served = await serveEndpoint();
  await served.memory.seed.order(order('1'));
  await served.memory.seed.customer(shopCustomer('77'));
});
afterAll(() => served.close());

test.each(Object.entries(CALLS))('%s is answered over HTTP', async (resource, { parts, reply }) => {
  const { status, text } = await post(served.url, [['key', KEY], ['resource', resource], ...parts]);
  expect(status).toBe(200);
  expect(text).toContain(reply);
  expect(served.exchanges.at(-1)).toMatchObject({ resource, warnings: [] });
});

test('the judge, which shares no code with the server, knows the same resources', () => {
  expect(RESOURCES.toSorted()).toEqual(knownResources.toSorted());
});
