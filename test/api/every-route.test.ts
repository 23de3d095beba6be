import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '../../src/api/openapi/document.ts';
import type { ApiResponse } from '../../src/api/openapi/types.ts';
import type { ApiRoute } from '../../src/api/route.ts';
import { ROUTES, type RouteName } from '../../src/api/routes.ts';
import type { ApiScope } from '../../src/shop/api-tokens.ts';
import type { Store } from '../../src/store/open.ts';
import { addCatalogue, PICTURE } from '../support/api-catalogue.ts';
import { addCustomers } from '../support/api-customers.ts';
import { addDocuments } from '../support/api-documents.ts';
import { addOrders, BASKET } from '../support/api-orders.ts';
import { faultsOf } from '../support/api-schemas.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';
import { addWebhooks } from '../support/api-webhooks.ts';
import { fillPrices } from '../support/priced-shop.ts';

/** A call of each route that succeeds; one that is forgotten here is a type error. */
const CALLS: Readonly<Record<RouteName, Sample>> = {
  getShop: { path: '/shop' },
  quotePrices: {
    path: '/prices/quote',
    body: { customer: 'CLEE', lines: [{ reference: 'SHIRT', quantity: '2.5' }], explain: true },
  },
  listPriceConflicts: { path: '/prices/conflicts?limit=1' },
  listOrders: { path: '/orders?state=paid,exported&exported=true&email=lee@bagues.fr' },
  createOrder: { path: '/orders', body: BASKET, headers: { 'idempotency-key': '"every-route"' } },
  getOrder: { path: '/orders/FULL' },
  getOrderMessage: { path: '/orders/FULL/message' },
  setOrderState: { path: '/orders/OPEN/state', body: { state: 'sent' } },
  offerOrder: { path: '/orders/FULL/offer' },
  getShopCustomer: { path: '/shop-customers/77' },
  listChanges: { path: '/changes?entities=product,order&limit=5' },
  listRecentChanges: { path: '/changes/recent?entities=product,order&limit=5' },
  listWebhooks: { path: '/webhooks' },
  createWebhook: {
    path: '/webhooks',
    body: { url: 'https://127.0.0.1/new', kinds: ['product', 'order.created'] },
  },
  getWebhook: { path: '/webhooks/wh_kept' },
  changeWebhook: { path: '/webhooks/wh_kept', body: { label: 'search index', enabled: false } },
  deleteWebhook: { path: '/webhooks/wh_dropped' },
  rotateWebhookSecret: { path: '/webhooks/wh_kept/rotate-secret', body: {} },
  listDeliveries: { path: '/webhooks/wh_kept/deliveries?outcome=failed' },
  resendEvents: { path: '/webhooks/wh_kept/resend', body: { since: '2026-01-01' } },
  testWebhook: { path: '/webhooks/wh_kept/test' },
  listExchanges: { path: '/exchanges?outcome=warning' },
  listRuns: { path: '/runs' },
  listAlerts: { path: '/alerts' },
  listHolds: { path: '/guard/holds' },
  decideHold: { path: '/guard/holds/{hold}/decision', body: { status: 'refused' } },
  getExchange: { path: '/exchanges/exchange-1' },
  replayExchange: {
    path: '/exchanges/exchange-1/replay',
    body: { request: '<connecteur><id>READ</id></connecteur>' },
  },
  replayExchangeForReal: { path: '/exchanges/exchange-1/replay-for-real', body: {} },
  replayExchanges: { path: '/replays', body: { exchanges: ['exchange-1', 'nobody'] } },
  replayExchangesForReal: { path: '/replays-for-real', body: { select: { resource: 'orders' } } },
  bundleExchanges: { path: '/bundles', body: { exchanges: ['exchange-1'] } },
  putShopCustomer: {
    path: '/shop-customers/78',
    body: { lastName: 'Lovelace', email: 'ada@lovelace.example', address: BASKET.billing },
  },
  listProducts: { path: '/products?kind=product' },
  getProduct: { path: '/products/FULL' },
  listVariants: { path: '/products/FULL/variants' },
  getProvenance: { path: '/products/FULL/provenance' },
  listCategories: { path: '/categories' },
  getCategory: { path: '/categories/2' },
  listCustomers: { path: '/customers' },
  getCustomer: { path: '/customers/C1' },
  listDocuments: { path: '/documents?type=invoice,quote&sort=-updatedAt' },
  getDocument: { path: '/documents/FA00017' },
  getDocumentFile: { path: '/documents/FA00017/file' },
  listOrderDocuments: { path: '/orders/FULL/documents' },
  getImage: { path: `/images/${hash('sha256', PICTURE)}?width=16` },
};

interface Sample {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const routes: readonly (readonly [string, ApiRoute])[] = Object.entries(ROUTES);
const document = openApiDocument();

let server: ApiServer;
let admin: string;
/** The id of one. */
let hold: string;
/** A token that lacks a scope. */
let tooWeak: Readonly<Record<ApiScope, string>>;
beforeAll(async () => {
  server = await serveApi({
    allowed: ['127.0.0.1'],
    guard: { percent: { deactivated: 0.1 }, atLeast: 1 },
  });
  await fillPrices(server.stores.retail);
  await addOrders(server.stores.retail);
  await addDocuments(server.stores.retail);
  await addCatalogue(server.stores.retail);
  await addCustomers(server.stores.retail);
  await addWebhooks(server.stores.retail);
  hold = await addHold(server.stores.retail);
  admin = await server.token('retail', 'admin');
  const [read, orders] = [await server.token('retail', 'read'), await server.token('retail', 'orders')];
  tooWeak = {
    catalogue: orders,
    read: await server.token('retail', 'catalogue', 'orders'),
    orders: read,
    admin: await server.token('retail', 'read', 'orders'),
  };
});
afterAll(() => server.close());

/** The second product that the ERP takes from sale is one too many. */
async function addHold({ shop, backoffice }: Store): Promise<string> {
  for (const reference of ['HELD1', 'HELD2'])
    await shop.saveProduct({ reference, fields: {} }, 'add_product');
  const takeFromSale = (reference: string) =>
    shop.saveProduct({ reference, fields: { active: false } }, 'update_product');
  await takeFromSale('HELD1');
  await expect(takeFromSale('HELD2')).rejects.toMatchObject({ code: 'conflict' });
  const [held] = await backoffice.holds();
  return held?.id ?? '';
}

const send = (name: string, token: string | undefined): Promise<Response> => {
  const { path, body, headers } = CALLS[name as RouteName];
  return server.call(token, path.replace('{hold}', hold), {
    method: ROUTES[name as RouteName].method.toUpperCase(),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  });
};

/** What the document says of a status of a route. */
function responseOf(route: ApiRoute, status: number): ApiResponse | undefined {
  const response = document.paths[route.path]?.[route.method]?.responses[status];
  return response && '$ref' in response ? document.components.responses[`Error${status}`] : response;
}

function schemaName(route: ApiRoute, status: number, type: string): string {
  const schema = responseOf(route, status)?.content?.[type]?.schema;
  return (schema?.$ref ?? schema?.anyOf?.[0]?.$ref ?? '').split('/').at(-1) ?? '';
}

describe.each(routes)('%s', (name, route) => {
  test('answers with what the document says', async () => {
    const response = await send(name, admin);
    const status = route.status ?? 200;
    expect(response.status).toBe(status);
    expect(server.calls.at(-1)).toMatchObject({ route: name, status });
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    const described = responseOf(route, status);
    if (described?.content) expect(Object.keys(described.content)).toContain(type);
    else expect([type, await response.text()]).toEqual(['', '']);
    if (type === 'application/json')
      expect(faultsOf(schemaName(route, status, type), await response.json())).toEqual([]);
    if (type === 'application/jsonl') {
      const name = schemaName(route, status, type);
      const lines = (await response.text()).split('\n').filter((line) => line !== '');
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.flatMap((line) => faultsOf(name, JSON.parse(line)))).toEqual([]);
      expect(lines.at(-1)).toContain('"kind":"end"');
    }
    for (const header of Object.keys(document.components.headers))
      expect(response.headers.has(header), header).toBe(Object.hasOwn(described?.headers ?? {}, header));
  });

  test('refuses who has no token with a problem that the document describes', async () => {
    const response = await send(name, undefined);
    expect(response.status).toBe(401);
    expect(faultsOf(schemaName(route, 401, 'application/problem+json'), await response.json())).toEqual([]);
  });

  test('refuses a token that nobody has and one that may not, in the same words', async () => {
    const refusals = await Promise.all(
      ['nonsense', tooWeak[route.scope]].map(async (token) => {
        const response = await send(name, token);
        const { requestId: _, ...told } = await jsonOf(response);
        return { status: response.status, told };
      }),
    );
    expect(refusals[0]?.status).toBe(401);
    expect(refusals[1]).toEqual(refusals[0]);
  });
});

test('a reply that the document does not describe is noticed', () => {
  expect(faultsOf('Problem', { title: 'x', colour: 'red' }).length).toBeGreaterThan(1);
});
