import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decimal, shopCustomer } from '../../src/testing/contract/samples.ts';
import { DIALECTS } from '../store/dialects.ts';
import { BASKET } from '../support/api-orders.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

const reply = z.object({
  events: z.array(
    z.looseObject({ sequence: z.int(), entity: z.string(), operation: z.string(), key: z.string() }),
  ),
  cursor: z.int(),
  more: z.boolean(),
  newest: z.int(),
});

describe.each(DIALECTS)('the feed of changes over the API, on %s', (dialect) => {
  let server: ApiServer;
  let read: string;
  let both: string;
  beforeEach(async () => {
    server = await serveApi({ dialect });
    read = await server.token('retail', 'read');
    both = await server.token('retail', 'read', 'orders');
  });
  afterEach(() => server.close());

  const page = async (query: string, token = both, init: RequestInit = {}) =>
    reply.parse(await jsonOf(await server.call(token, `/changes${query}`, init)));
  const told = async (query: string, token = both): Promise<readonly string[]> =>
    (await page(query, token)).events.map(({ entity, operation, key }) => `${entity} ${operation} ${key}`);
  const save = (reference: string, stock = '1') =>
    server.stores.retail.shop.saveProduct({ reference, fields: { stock: decimal(stock) } }, 'add_product');
  const send = async (method: string, path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': '"once"' };
    const response = await server.call(both, path, { method, headers, body: JSON.stringify(body) });
    expect(response.ok, await response.clone().text()).toBe(true);
    return jsonOf(response);
  };

  test('has every event as the feed tells it', async () => {
    await save('A');
    await save('A', '2');
    const { events } = await server.stores.retail.backoffice.changes({ since: 0 });
    expect(await jsonOf(await server.call(read, '/changes?since=0'))).toEqual({
      events,
      cursor: 2,
      more: false,
      newest: 2,
    });
  });

  test('goes on from cursor to cursor; the newest is there to begin with', async () => {
    for (const reference of ['A', 'B', 'C']) await save(reference);
    expect(await page('?limit=0')).toEqual({ events: [], cursor: 0, more: true, newest: 3 });
    const first = await page('?since=0&limit=2');
    expect([first.cursor, first.more]).toEqual([2, true]);
    expect(await told(`?since=${first.cursor}&limit=2`)).toEqual(['product created C']);
  });

  test('tells what the API itself writes', async () => {
    const { id } = await send('POST', '/orders', { ...BASKET, allowUnknownReferences: true });
    await send('POST', `/orders/${id}/state`, { state: 'sent' });
    const person = { lastName: 'Lovelace', email: 'ada@lovelace.example', address: BASKET.billing };
    await send('PUT', '/shop-customers/78', person);
    await send('PUT', '/shop-customers/78', person);
    await send('PUT', '/shop-customers/78', { ...person, lastName: 'King' });
    const { events } = await page('?since=0');
    expect(events).toMatchObject([
      { entity: 'order', operation: 'created', key: id, fields: [], origin: { by: 'shop' } },
      { entity: 'order', operation: 'updated', key: id, fields: ['state'], origin: { by: 'shop' } },
      { entity: 'customer', operation: 'created', key: '78', origin: { by: 'shop' } },
      { entity: 'customer', operation: 'updated', key: '78', fields: ['name'] },
    ]);
    await server.stores.retail.shop.readOrder(String(id));
    await server.call(both, `/orders/${id}/offer`, { method: 'POST' });
    expect((await told('?since=4')).map((line) => line.split(' ', 2).join(' '))).toEqual([
      'order updated',
      'order updated',
    ]);
  });

  test('a token without the scope of orders is told all but them, and the cursor passes no change that it may see', async () => {
    await send('POST', '/orders', { ...BASKET, allowUnknownReferences: true });
    await save('A');
    await server.stores.retail.shop.saveSalesDocument({ number: 'FA1', type: 'invoice', erpId: '1' });
    await server.stores.retail.backoffice.saveShopCustomer(shopCustomer('11'));
    const seen: string[] = [];
    for (let cursor = 0; ; ) {
      const next = await page(`?since=${cursor}&limit=1`, read);
      seen.push(...next.events.map(({ entity }) => entity));
      cursor = next.cursor;
      if (!next.more) break;
    }
    expect(seen).toEqual(['product', 'customer']);
    expect(await told('?entities=order,sales_document')).toHaveLength(2);
    for (const names of ['order', 'product,sales_document']) {
      const refused = await server.call(read, `/changes?entities=${names}`);
      expect([refused.status, (await jsonOf(refused)).reason]).toEqual([401, 'token_refused']);
    }
  });

  test('a cursor that is too old, or ahead of the feed, is gone', async () => {
    for (const reference of ['A', 'B', 'C']) await save(reference);
    await server.stores.retail.backoffice.pruneChanges({ maxAgeDays: 30, maxEvents: 1 });
    for (const [since, reason] of [
      [1, 'cursor_expired'],
      [9, 'cursor_unknown'],
    ]) {
      const response = await server.call(read, `/changes?since=${since}`);
      const problem = await jsonOf(response);
      expect(problem).toMatchObject({ status: 410, code: 'expired', reason, cursor: 3 });
      expect(await told(`?since=${problem.cursor}`)).toEqual([]);
    }
    expect(await told('')).toEqual(['product created C']);
  });

  test('waits for what comes, for as many seconds as are asked for', async () => {
    await save('A');
    const began = performance.now();
    const waiting = Promise.all([
      page('?since=1&wait=20'),
      page('?since=1&wait=20&entities=variant,product'),
    ]);
    await sleep(100);
    await save('B');
    const pages = await waiting;
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const { events, cursor } of pages) expect([events[0]?.key, cursor]).toEqual(['B', 2]);
    expect(await page('?since=2&wait=1')).toMatchObject({ events: [], cursor: 2 });
    expect(performance.now() - began).toBeGreaterThan(1000);
  });

  test('who waits for what he may see is not woken by the rest, and goes on behind it', async () => {
    const waiting = page('?since=0&wait=1', read);
    await send('POST', '/orders', { ...BASKET, allowUnknownReferences: true });
    expect(await waiting).toMatchObject({ events: [], cursor: 1, more: false });
  });

  test('who waits is answered when the server stops, and forgotten when he goes', async () => {
    const caller = new AbortController();
    const gone = page('?since=0&wait=30', both, { signal: caller.signal });
    const waiting = page('?since=0&wait=30');
    await sleep(400);
    caller.abort();
    await expect(gone).rejects.toThrow('aborted');
    await expect.poll(() => server.calls.filter(({ route }) => route === 'listChanges')).toHaveLength(1);
    server.announceStop();
    expect(await waiting).toMatchObject({ events: [] });
    expect(server.calls.filter(({ route }) => route === 'listChanges')).toHaveLength(2);
    expect(await page('?since=0&wait=30')).toMatchObject({ events: [] });
  });

  test('a shop that others write to has no feed', async () => {
    const bare = await serveApi({ dialect, without: { changeFeed: undefined } });
    const response = await bare.call(await bare.token('retail', 'read'), '/changes');
    expect(await jsonOf(response)).toMatchObject({ status: 501, reason: 'unsupported' });
    await bare.close();
  });
});
