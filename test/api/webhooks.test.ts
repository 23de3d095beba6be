import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Delivery } from '../../src/shop/webhooks.ts';
import { createAddressRules } from '../../src/webhooks/addresses.ts';
import { startDispatcher } from '../../src/webhooks/dispatcher.ts';
import { createSender } from '../../src/webhooks/send.ts';
import { createWebhookSecret } from '../../src/webhooks/signature.ts';
import { DIALECTS } from '../store/dialects.ts';
import { BASKET } from '../support/api-orders.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';

const withId = z.looseObject({ id: z.string(), secret: z.string() });
const page = z.object({
  items: z.array(z.looseObject({ attempt: z.int() })),
  next: z.string().exactOptional(),
});

const attempt = (webhook: string, number: number, changes: Partial<Delivery> = {}): Delivery => ({
  webhook,
  sequence: 1,
  event: 'evt_1_x',
  type: 'product.created',
  key: 'A',
  at: '2026-06-01T00:00:00.000Z',
  attempt: number,
  outcome: 'failed',
  durationMs: 1,
  ...changes,
});

describe.each(DIALECTS)('webhooks over the API, on %s', (dialect) => {
  let server: ApiServer;
  let admin: string;
  let secrets: readonly string[];
  let receiver: Receiver;
  beforeEach(async () => {
    server = await serveApi({ dialect, allowed: ['127.0.0.1'] });
    admin = await server.token('retail', 'admin');
    secrets = [];
    receiver = await startReceiver(() => secrets);
  });
  afterEach(async () => {
    await server.close();
    await receiver.close();
  });

  const send = (method: string, path: string, body?: unknown, token = admin): Promise<Response> =>
    server.call(token, path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': '"once"' },
      }),
    });
  const create = async (body: object = {}) => {
    const response = await send('POST', '/webhooks', { url: receiver.url, ...body });
    expect(response.status, await response.clone().text()).toBe(201);
    return { response, ...withId.parse(await response.json()) };
  };
  const get = async (path: string) => jsonOf(await send('GET', path));

  test('one is made, and its secret told this once', async () => {
    const { response, id, secret, ...rest } = await create({ label: 'index', kinds: ['product', 'product'] });
    expect(secret).toMatch(/^whsec_/);
    expect(response.headers.get('location')).toBe(`/api/v1/webhooks/${id}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(rest).toMatchObject({ label: 'index', kinds: ['product'], enabled: true, waiting: 0 });
    const own = createWebhookSecret();
    expect((await create({ secret: own })).secret).toBe(own);
    const shown = [
      await get('/webhooks'),
      await get(`/webhooks/${id}`),
      await get(`/webhooks/${id}/deliveries`),
    ];
    expect(shown[0]).toMatchObject({ items: [{ id }, {}] });
    expect(JSON.stringify([shown, server.calls])).not.toMatch(/whsec_|secret/i);
  });

  test('an order that the API takes is delivered, signed', async () => {
    const { secret } = await create({ kinds: ['order'] });
    secrets = [secret];
    const sender = createSender({
      rules: createAddressRules(['127.0.0.1']),
      timeoutMs: 5000,
      userAgent: 'Passerelle',
    });
    const dispatcher = startDispatcher({
      parts: () => server.stores.retail.backoffice,
      sender,
      disableAfterMs: 1e9,
      pollMs: 20,
      events: {
        onDelivery: () => {},
        onDisabled: () => {},
        onMissed: () => {},
        onFailure: (error) => expect(error).toBeUndefined(),
      },
    });
    const { id } = await jsonOf(await send('POST', '/orders', { ...BASKET, allowUnknownReferences: true }));
    await expect
      .poll(() => receiver.received.map(({ record, status }) => [record, status]))
      .toEqual([[`order ${id}`, 204]]);
    await dispatcher.stop(1000);
    sender.close();
  });

  test('a new secret signs beside the old one', async () => {
    const { id, secret: old } = await create();
    const { secret, previousUntil } = await jsonOf(
      await send('POST', `/webhooks/${id}/rotate-secret`, { overlapHours: 1 }),
    );
    expect(Date.parse(String(previousUntil)) - Date.now()).toBeGreaterThan(3_500_000);
    for (const known of [old, String(secret)]) {
      secrets = [known];
      expect(await jsonOf(await send('POST', `/webhooks/${id}/test`))).toMatchObject({
        delivered: true,
        status: 204,
      });
    }
    await send('POST', `/webhooks/${id}/rotate-secret`, { overlapHours: 0 });
    expect(await jsonOf(await send('POST', `/webhooks/${id}/test`))).toMatchObject({
      delivered: false,
      status: 401,
      answer: 'answer 401',
    });
    const bad = await send('POST', `/webhooks/${id}/rotate-secret`, { secret: 'whsec_c2hvcnQ=' });
    expect(await jsonOf(bad)).toMatchObject({ status: 422, reason: 'webhook_secret_invalid' });
  });

  test('what is said of it is changed, the rest stays; an address is looked at before', async () => {
    const { id } = await create({ label: 'index', kinds: ['order'] });
    const change = async (body: object) => jsonOf(await send('PATCH', `/webhooks/${id}`, body));
    expect(await change({ kinds: [], url: `${receiver.url}/2` })).toMatchObject({
      label: 'index',
      kinds: [],
      url: `${receiver.url}/2`,
    });
    expect(await change({ enabled: false })).toMatchObject({ enabled: false, disabledBecause: 'by_hand' });
    const { disabledAt } = await get(`/webhooks/${id}`);
    expect(await change({ enabled: false, label: '' })).toMatchObject({ disabledAt, label: '' });
    expect(await change({ enabled: true })).not.toHaveProperty('disabledAt');
    expect(await change({ url: 'http://10.0.0.1/', label: 'x' })).toMatchObject({
      status: 422,
      reason: 'webhook_address_refused',
      field: 'url',
    });
    expect(await get(`/webhooks/${id}`)).toMatchObject({ label: '', url: `${receiver.url}/2` });
  });

  test.each([
    [{ url: 'https://169.254.169.254/latest' }, 'webhook_address_refused'],
    [{ url: 'https://[::ffff:10.0.0.1]/' }, 'webhook_address_refused'],
    [{ url: 'http://8.8.8.8/' }, 'webhook_needs_https'],
    [{ url: 'file:///etc/passwd' }, 'webhook_url_invalid'],
    [{ url: 'https://127.0.0.1/', secret: 'secret' }, 'webhook_secret_invalid'],
    [{ url: 'https://127.0.0.1/', kinds: ['order.paid'] }, 'parameters_refused'],
    [{ url: 'https://127.0.0.1/', id: 'wh_mine' }, 'parameters_refused'],
    [{}, 'parameters_refused'],
  ])('%j is refused, and nothing kept', async (body, reason) => {
    expect(await jsonOf(await send('POST', '/webhooks', body))).toMatchObject({ status: 422, reason });
    expect(await get('/webhooks')).toEqual({ items: [] });
  });

  test('attempts are told newest first, page by page', async () => {
    const { id } = await create();
    const { backoffice } = server.stores.retail;
    await backoffice.settle(
      id,
      [1, 2, 3].map((number) => attempt(id, number)),
    );
    const first = page.parse(await get(`/webhooks/${id}/deliveries?limit=2`));
    await backoffice.settle(id, [attempt(id, 4, { outcome: 'delivered', event: 'evt_1_y' })]);
    const rest = page.parse(await get(`/webhooks/${id}/deliveries?limit=2&cursor=${first.next}`));
    expect([...first.items, ...rest.items].map((each) => each.attempt)).toEqual([3, 2, 1]);
    expect(rest.next).toBeUndefined();
    const numbers = async (query: string) =>
      page.parse(await get(`/webhooks/${id}/deliveries?${query}`)).items.map((each) => each.attempt);
    expect(await numbers('outcome=delivered,gave_up')).toEqual([4]);
    expect(await numbers('event=evt_1_x')).toEqual([3, 2, 1]);
  });

  test('events are sent again: one, of a time, or all that were given up', async () => {
    const { id } = await create();
    const { backoffice, shop } = { ...server.stores.retail };
    await shop.saveProduct({ reference: 'A', fields: {} }, 'add_product');
    await backoffice.takeIn(id, new Date().toISOString());
    const [event] = (await backoffice.changes({ since: 0 })).events;
    const gaveUp = { outcome: 'gave_up', ...(event && { event: event.id }) } as const;
    await backoffice.settle(id, [attempt(id, 9, gaveUp)]);
    const resend = async (body: object) => jsonOf(await send('POST', `/webhooks/${id}/resend`, body));
    expect(await resend({ failed: true })).toEqual({ queued: 1 });
    expect(await resend({ event: event?.id })).toEqual({ queued: 1 });
    expect(await resend({ since: '2026-01-01', until: '2999-01-01T00:00:00Z' })).toEqual({ queued: 1 });
    expect(await resend({ since: '2999-01-01' })).toEqual({ queued: 0 });
    expect(await get(`/webhooks/${id}`)).toMatchObject({ waiting: 1 });
    expect(await resend({ event: 'evt_1_nobody' })).toMatchObject({ status: 404, reason: 'event_unknown' });
    for (const unclear of [{}, { event: 'evt_1_x', failed: true }, { until: '2026-01-01' }])
      expect(await resend(unclear)).toMatchObject({ status: 422, reason: 'resend_unclear' });
    expect(await resend({ since: 'yesterday' })).toMatchObject({ errors: [{ field: 'since' }] });
  });

  test('one that is removed is gone, and another shop’s is as unknown as one that nobody has', async () => {
    const { id } = await create();
    const other = await server.token('wholesale', 'admin');
    const about = (name: string) =>
      [
        ['GET', `/webhooks/${name}`],
        ['PATCH', `/webhooks/${name}`, { label: 'mine' }],
        ['DELETE', `/webhooks/${name}`],
        ['POST', `/webhooks/${name}/rotate-secret`, {}],
        ['GET', `/webhooks/${name}/deliveries`],
        ['POST', `/webhooks/${name}/resend`, { failed: true }],
        ['POST', `/webhooks/${name}/test`],
      ] as const;
    for (const [method, path, body] of about(id))
      expect(await jsonOf(await send(method, path, body, other))).toMatchObject({
        reason: 'webhook_unknown',
      });
    expect(await jsonOf(await send('GET', '/webhooks', undefined, other))).toEqual({ items: [] });
    expect(receiver.received).toEqual([]);
    expect((await send('DELETE', `/webhooks/${id}`)).status).toBe(204);
    for (const [method, path, body] of about(id))
      expect(await jsonOf(await send(method, path, body))).toMatchObject({
        status: 404,
        code: 'unknown_reference',
      });
  });

  test('a shop without a feed has none', async () => {
    const bare = await serveApi({ dialect, without: { webhooks: undefined } });
    const response = await bare.call(await bare.token('retail', 'admin'), '/webhooks');
    expect(await jsonOf(response)).toMatchObject({ status: 501, reason: 'unsupported' });
    await bare.close();
  });
});
