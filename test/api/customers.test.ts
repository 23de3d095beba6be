import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADDRESS_FIELDS } from '../../src/domain/customer.ts';
import { sampleOf } from '../../src/testing/contract/samples.ts';
import { addCustomers } from '../support/api-customers.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

let server: ApiServer;
let token: string;
beforeAll(async () => {
  server = await serveApi();
  await addCustomers(server.stores.retail);
  token = await server.token('retail', 'read');
});
afterAll(() => server.close());

async function get(path: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await server.call(token, path);
  return { status: response.status, ...(await jsonOf(response)) };
}

test('a customer is all that the ERP said, each part beside its custom fields', async () => {
  const address = { ...sampleOf(ADDRESS_FIELDS, 0), customFields: { Tournée: 'mardi' } };
  expect(await get('/customers/C1')).toMatchObject({
    status: 200,
    code: 'C1',
    email: 'Ada@Shop.example',
    priceCategory: 'Pro',
    discountRate: '11.25',
    customFields: { Tournée: 'mardi' },
    contacts: [{ email: 'bob@shop.example', customFields: { Tournée: 'mardi' } }],
    deliveryAddresses: [address, { ...sampleOf(ADDRESS_FIELDS, 20), customFields: {} }],
    billingAddress: address,
  });
  const { id: _, ...bare } = await get('/customers/C%2F2');
  expect(bare).toEqual({ status: 200, code: 'C/2', customFields: {}, contacts: [], deliveryAddresses: [] });
});

test('customers come by page, and are found by an address', async () => {
  const first = await get('/customers?limit=1&fields=code');
  expect(first).toEqual({ status: 200, items: [{ code: 'C1' }], next: expect.any(String) });
  const second = await get(`/customers?limit=1&fields=code&cursor=${String(first.next)}`);
  expect(second).toEqual({ status: 200, items: [{ code: 'C/2' }] });
  for (const email of ['ada@shop.example', 'BOB@SHOP.EXAMPLE'])
    expect(await get(`/customers?email=${email}&fields=code`)).toMatchObject({ items: [{ code: 'C1' }] });
  expect(await get('/customers?email=nobody@shop.example')).toMatchObject({ items: [] });
});

test('one that is not there is told, and who may not read them learns nothing', async () => {
  expect(await get('/customers/C3')).toMatchObject({ status: 404, reason: 'record_unknown' });
  const orders = await server.token('retail', 'orders');
  const told = async (code: string): Promise<unknown> => {
    const { requestId: _, ...rest } = await jsonOf(await server.call(orders, `/customers/${code}`));
    return rest;
  };
  expect(await told('C1')).toEqual(await told('C3'));
});
