import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect } from '../../src/testing/contract/expect.ts';
import { addOrders, BASKET } from '../support/api-orders.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

let server: ApiServer;
let token: string;
let other: string;
beforeAll(async () => {
  server = await serveApi();
  await addOrders(server.stores.retail);
  token = await server.token('retail', 'orders');
  other = await server.token('wholesale', 'orders');
});
afterAll(() => server.close());

type Headers = Readonly<Record<string, string>>;

const get = (path: string): Promise<Response> => server.call(token, path);

const send = (method: string, path: string, body: unknown, headers: Headers = {}): Promise<Response> =>
  server.call(token, path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

const create = (body: unknown, key?: string): Promise<Response> =>
  send('POST', '/orders', body, key === undefined ? {} : { 'idempotency-key': key });

const countOrders = async (): Promise<number> =>
  (await collect(server.stores.retail.backoffice.orders())).length;

/** What does not differ between two problems. */
async function problemOf(response: Response): Promise<unknown> {
  const { requestId: _, ...problem } = await jsonOf(response);
  return { status: response.status, ...problem };
}

describe('a new order', () => {
  test('is completed, offered to the ERP, and found where its reply says', async () => {
    const response = await create(BASKET, '"k-new"');
    expect(response.status).toBe(201);
    const made = await jsonOf(response);
    expect(made).toMatchObject({
      id: '1',
      state: 'paid',
      customer: { id: '', email: 'ada@lovelace.example', lastName: 'Lovelace', firstName: 'Ada' },
      delivery: { country: 'FR', lastName: 'Lovelace', address1: '1 rue Haute', city: 'Metz' },
      totals: {
        paid: '79.96',
        productsExclTax: '69.96',
        productsInclTax: '81.06',
        shippingInclTax: '5.9',
        shippingTaxRate: '20',
        discountInclTax: '7',
        discountExclTax: '6.04',
        discountPercent: '8.64',
      },
      taxes: [
        { rate: '20', net: '50', tax: '10' },
        { rate: '5.5', net: '19.96', tax: '1.1' },
      ],
      lines: [
        { reference: 'LAMP', netTotal: '50', grossTotal: '60' },
        { reference: 'BOOK', name: '', netTotal: '19.96', grossTotal: '21.06' },
      ],
      history: [{ state: 'paid', by: 'shop' }],
      handOver: { status: 'open' },
      trackingNumbers: [],
    });
    expect(response.headers.get('location')).toBe('/api/v1/orders/1');
    expect(response.headers.get('idempotency-replayed')).toBeNull();
    expect(await jsonOf(await get('/orders/1'))).toEqual(made);
    const offered = await collect(server.stores.retail.shop.listOrders({}));
    expect(offered).toContainEqual({ id: '1', state: 'paid' });
  });

  test('asked for twice under one key is made once, and answered the same, whatever became of it', async () => {
    const before = await countOrders();
    const replies = await Promise.all([create(BASKET, 'k-twice'), create(BASKET, '"k-twice"')]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    const [first, second] = await Promise.all(replies.map((reply) => reply.text()));
    expect(second).toBe(first);
    expect(replies.map(({ headers }) => headers.get('idempotency-replayed')).sort()).toEqual([null, 'true']);
    await send('POST', `${replies[0]?.headers.get('location')?.replace('/api/v1', '')}/state`, {
      state: 'sent',
    });
    // The same content, in another order and spelling.
    const { lines, ...rest } = BASKET;
    const again = await create({ lines, ...rest, allowUnknownReferences: false }, 'k-twice');
    expect([again.status, await again.text()]).toEqual([201, first]);
    expect(again.headers.get('etag')).toBe(replies[0]?.headers.get('etag'));
    expect(await countOrders()).toBe(before + 1);
  });

  test('under a key that was used for another is refused', async () => {
    await create(BASKET, 'k-other');
    const before = await countOrders();
    const response = await create({ ...BASKET, paymentMethod: 'Cheque' }, 'k-other');
    expect(await problemOf(response)).toMatchObject({
      status: 422,
      code: 'invalid_value',
      reason: 'idempotency_key_reused',
      detail: '"Idempotency-Key" k-other was used before, with another content: a new order takes a new key.',
    });
    expect(await countOrders()).toBe(before);
  });

  test('with an id of its own needs no key; another one of that id is refused', async () => {
    const said = { ...BASKET, id: 'W/1 ñ', placedAt: '2026-01-31T13:05:00Z' };
    const response = await create(said);
    const made = await jsonOf(response);
    expect(response.headers.get('location')).toBe('/api/v1/orders/W%2F1%20%C3%B1');
    expect(made).toMatchObject({ id: 'W/1 ñ', placedAt: '2026-01-31 14:05:00' });
    expect(await jsonOf(await get('/orders/W%2F1%20%C3%B1'))).toEqual(made);
    expect(await jsonOf(await create(said))).toEqual(made);
    const refused = await problemOf(await create({ ...said, state: 'sent' }));
    expect(refused).toMatchObject({ status: 409, code: 'conflict', reason: 'order_exists' });
  });

  test('without key and id is refused, since it could not be told from its repetition', async () => {
    expect(await problemOf(await create(BASKET))).toMatchObject({
      status: 422,
      code: 'missing_field',
      reason: 'idempotency_key_missing',
      field: 'Idempotency-Key',
    });
    const bad = await problemOf(await create(BASKET, '"'));
    expect(bad).toMatchObject({ status: 422, errors: [{ field: 'Idempotency-Key' }] });
  });

  test('whose sums do not agree is refused with every difference', async () => {
    const before = await countOrders();
    const [lamp, book] = BASKET.lines;
    const response = await create(
      {
        ...BASKET,
        totals: { ...BASKET.totals, paid: '80', productsExclTax: '70', productsInclTax: '81.06' },
        taxes: [{ rate: '20', net: '50', tax: '10.01' }],
        lines: [{ ...lamp, grossTotal: '60.01' }, book],
      },
      'k-sums',
    );
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 422, code: 'invalid_value', reason: 'order_refused' });
    expect(problem).toHaveProperty(
      'errors',
      [
        { field: 'lines[0].grossTotal', expected: '60', got: '60.01' },
        { field: 'taxes[0].tax', expected: '10', got: '10.01' },
        { field: 'taxes[1].rate', expected: '5.5', got: '' },
        { field: 'totals.productsExclTax', expected: '69.96', got: '70' },
        { field: 'totals.paid', expected: '79.96', got: '80' },
      ].map((difference) => expect.objectContaining({ reason: 'order_sum_differs', ...difference })),
    );
    expect(await countOrders()).toBe(before);
    // A refusal uses no key.
    expect((await create(BASKET, 'k-sums')).status).toBe(201);
  });

  test('of an unknown customer and article is refused with both, unless articles may be unknown', async () => {
    const { billing: _, ...rest } = BASKET;
    const lines = [{ ...BASKET.lines[0], reference: 'NOPE' }, BASKET.lines[1]];
    const said = { ...rest, customer: { id: '404' }, lines };
    expect(await problemOf(await create(said, 'k-unknown'))).toMatchObject({
      status: 422,
      reason: 'order_refused',
      errors: [
        { field: 'customer.id', reason: 'order_customer_unknown' },
        { field: 'billing', reason: 'order_address_missing' },
        {
          field: 'lines[0].reference',
          reason: 'order_reference_unknown',
          detail: '"lines[0].reference": the shop has no article "NOPE".',
        },
      ],
    });
    const taken = await create(
      { ...said, customer: { id: '77' }, allowUnknownReferences: true },
      'k-unknown',
    );
    expect(taken.status).toBe(201);
    expect(await jsonOf(taken)).toMatchObject({
      customer: { id: '77', lastName: 'Lee', email: 'lee@bagues.fr' },
      billing: { city: 'Metz', company: 'Bague’s en or' },
    });
  });

  test('of whom nothing is known but what it says is refused field by field, in French too', async () => {
    const nameless = { ...BASKET.billing, lastName: '' };
    const response = await send(
      'POST',
      '/orders',
      { ...BASKET, customer: {}, billing: nameless, delivery: nameless },
      { 'idempotency-key': 'k-fields', 'accept-language': 'fr' },
    );
    expect(await problemOf(response)).toMatchObject({
      status: 422,
      detail:
        'Commande refusée, rien n’a été enregistré : le champ « customer.email » est obligatoire et manque. le champ « billing.lastName » est obligatoire et manque. le champ « delivery.lastName » est obligatoire et manque.',
    });
    const company = await create({ ...BASKET, billing: { ...nameless, company: 'Bagues' } }, 'k-fields');
    expect(company.status).toBe(201);
  });

  test.each([
    [{ lines: [] }, 'lines'],
    [{ lines: [{ ...BASKET.lines[0], quantity: '0' }] }, 'lines[0].quantity'],
    [{ lines: [{ ...BASKET.lines[0], quantity: 2 }] }, 'lines[0].quantity'],
    [{ lines: [{ ...BASKET.lines[0], taxRate: '100.01' }] }, 'lines[0].taxRate'],
    [{ lines: [{ ...BASKET.lines[0], netUnitPrice: '1e3' }] }, 'lines[0].netUnitPrice'],
    [{ lines: [{ ...BASKET.lines[0], netUnitPrice: '1'.repeat(41) }] }, 'lines[0].netUnitPrice'],
    [{ totals: { ...BASKET.totals, shippingInclTax: '-1' } }, 'totals.shippingInclTax'],
    [{ totals: { shippingInclTax: '5.9' } }, 'totals.paid'],
    [{ billing: { ...BASKET.billing, country: 'France' } }, 'billing.country'],
    [{ placedAt: '2026-02-30 10:00:00' }, 'placedAt'],
    [{ state: ' ' }, 'state'],
    [{ id: 'a\nb' }, 'id'],
    [{ documentType: 'credit_note' }, 'documentType'],
    [{ colour: 'red' }, 'colour'],
  ])('with %j is refused for %s', async (changes, field) => {
    const problem = await problemOf(await create({ ...BASKET, ...changes }, 'k-bad'));
    expect(problem).toMatchObject({ status: 422, reason: 'parameters_refused', errors: [{ field }] });
  });
});

describe('one order', () => {
  test('has its past and its way to the ERP', async () => {
    expect(await jsonOf(await get('/orders/FULL'))).toMatchObject({
      reference: 'WEB-FULL',
      state: 'exported',
      placedAt: '2026-03-03 10:00:00',
      documentType: 'order',
      excluded: true,
      customer: { id: '77', erpCode: 'BAGUES' },
      billing: { vatNumber: 'FR40303265045' },
      history: [
        { state: 'paid', by: 'shop' },
        { state: 'exported', by: 'erp' },
      ],
      handOver: { status: 'confirmed', confirmedAt: expect.stringMatching(/^\d{4}-/) },
      trackingNumbers: ['6A 001'],
    });
    expect(await jsonOf(await get('/orders/READ'))).toMatchObject({
      handOver: { status: 'read', exchange: 'exchange-1' },
    });
  });

  test('is not taken from the ERP by looking at it', async () => {
    await get('/orders/OPEN');
    const { readAt } = (await server.stores.retail.backoffice.order('OPEN')) ?? {};
    expect(readAt).toBeUndefined();
  });

  test('of another shop is as unknown as one that nobody has', async () => {
    const paths = ['FULL', 'nobody'].map((id) => `/orders/${id}`);
    const [elsewhere, nobody] = await Promise.all(
      paths.map(async (path) => JSON.stringify(await problemOf(await server.call(other, path)))),
    );
    expect(elsewhere?.replaceAll('FULL', 'nobody')).toBe(nobody);
    expect(nobody).toContain('"status":404,');
    for (const path of ['state', 'offer']) {
      const body = path === 'state' ? { state: 'x' } : {};
      expect(await problemOf(await send('POST', `/orders/nobody/${path}`, body))).toMatchObject({
        status: 404,
        code: 'unknown_reference',
        reason: 'order_unknown',
      });
    }
  });
});

describe('the list', () => {
  const ids = async (path: string): Promise<readonly unknown[]> => {
    const { items } = await jsonOf(await get(path));
    return Array.isArray(items) ? items.map(({ id }) => id) : [];
  };

  test('is found by state, customer, date and hand-over, the latest first', async () => {
    const lee = '/orders?email=LEE@bagues.fr&since=2026-03-01T10:00:00';
    expect(await ids(`${lee}&sort=placedAt`)).toEqual(expect.arrayContaining(['OPEN', 'READ', 'FULL']));
    const from = '&sort=placedAt&limit=3';
    expect(await ids(`/orders?customer=77&since=2026-03-02${from}`)).toEqual(
      expect.arrayContaining(['READ', 'FULL']),
    );
    expect(await ids(`/orders?state=exported,cart${from}`)).toEqual(['FULL']);
    expect(await ids(`/orders?exported=true${from}`)).toEqual(['FULL']);
    expect(await ids('/orders?exported=false')).not.toContain('FULL');
    expect(await ids('/orders?customer=nobody')).toEqual([]);
    expect((await ids('/orders')).at(-1)).toBe('W/1 ñ');
  });

  test('goes on from page to page by Link, each order once', async () => {
    const all = await ids('/orders?limit=500&fields=id');
    const seen: unknown[] = [];
    for (let path: string | undefined = '/orders?limit=2&fields=id,state'; path !== undefined; ) {
      const response: Response = await get(path);
      const { items } = await jsonOf(response);
      if (Array.isArray(items)) {
        for (const item of items) expect(Object.keys(item)).toEqual(['id', 'state']);
        seen.push(...items.map(({ id }) => id));
      }
      path = /^<\/api\/v1(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(all);
    expect(seen.length).toBeGreaterThan(6);
  });

  test('refuses the cursor of another order, and filters that are none', async () => {
    const { next } = await jsonOf(await get('/orders?limit=1'));
    expect(await problemOf(await get(`/orders?sort=placedAt&cursor=${next}`))).toMatchObject({
      status: 422,
      reason: 'cursor_invalid',
    });
    expect(await problemOf(await get('/orders?exported=maybe&since=yesterday&sort=price'))).toMatchObject({
      status: 422,
      errors: [{ field: 'sort' }, { field: 'since' }, { field: 'exported' }],
    });
  });
});

test('a move to a state stands in the history once, as the shop’s', async () => {
  for (const _ of [1, 2]) {
    const moved = await jsonOf(await send('POST', '/orders/READ/state', { state: 'packed' }));
    expect(moved).toMatchObject({
      state: 'packed',
      history: [
        { state: 'paid', by: 'shop' },
        { state: 'packed', by: 'shop' },
      ],
      handOver: { status: 'read' },
    });
  }
});

test('an order is offered again, confirmed or not', async () => {
  const offered = await jsonOf(await send('POST', '/orders/FULL/offer', {}));
  expect(offered).toMatchObject({ handOver: { status: 'open' } });
  const listed = await collect(server.stores.retail.shop.listOrders({}));
  expect(listed.map(({ id }) => id)).toContain('FULL');
});

describe('a customer of the shop', () => {
  const said = {
    lastName: 'Zola',
    email: 'emile@zola.example',
    address: { ...BASKET.billing, lastName: '' },
  };

  test('is saved, told to the ERP, and read back', async () => {
    const response = await send('PUT', '/shop-customers/c%2F1', said);
    const saved = await jsonOf(response);
    expect([response.status, saved]).toMatchObject([
      200,
      { id: 'c/1', lastName: 'Zola', firstName: '', address: { lastName: 'Zola', city: 'Metz' } },
    ]);
    expect(await jsonOf(await get('/shop-customers/c%2F1'))).toEqual(saved);
    expect(await collect(server.stores.retail.shop.listCustomers())).toContainEqual(saved);
    const changed = await send('PUT', '/shop-customers/c%2F1', { ...said, firstName: 'Émile' });
    expect(await jsonOf(changed)).toMatchObject({ firstName: 'Émile' });
  });

  test('of another shop, or of nobody, is unknown', async () => {
    for (const path of ['/shop-customers/77', '/shop-customers/nobody'])
      expect(await problemOf(await server.call(other, path))).toMatchObject({
        status: 404,
        reason: 'record_unknown',
      });
  });

  test('without a name or an address is refused', async () => {
    const refused = await problemOf(await send('PUT', '/shop-customers/1', { email: 'a@b' }));
    expect(refused).toMatchObject({ status: 422, errors: [{ field: 'lastName' }, { field: 'address' }] });
    const address = { ...said, email: 'no address' };
    expect(await problemOf(await send('PUT', '/shop-customers/1', address))).toMatchObject({
      errors: [{ field: 'email' }],
    });
  });
});
