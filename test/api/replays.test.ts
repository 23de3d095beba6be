import { expect, test } from 'vitest';
import { addOrders } from '../support/api-orders.ts';
import { jsonOf, serveApi } from '../support/api-server.ts';

test('a shop on a CMS is replayed for real alone, and says so', async () => {
  const server = await serveApi({ isForeign: true });
  await addOrders(server.stores.retail);
  const token = await server.token('retail', 'admin');
  const ask = (path: string, body: object) =>
    server.call(token, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  for (const [path, body] of [
    ['/exchanges/exchange-1/replay', {}],
    ['/replays', { exchanges: ['exchange-1'] }],
  ] as const) {
    const refused = await ask(path, body);
    expect([refused.status, await jsonOf(refused)]).toMatchObject([
      501,
      { reason: 'copy_unsupported', detail: expect.stringContaining('Replay for real') },
    ]);
  }
  expect((await ask('/exchanges/exchange-1/replay-for-real', {})).status).toBe(201);
  await server.close();
});

test('more than a call may have is refused before anything is done', async () => {
  const server = await serveApi();
  const { backoffice } = server.stores.retail;
  await addOrders(server.stores.retail);
  const [sample] = (await Array.fromAsync(backoffice.exchanges({}))).flat();
  if (!sample) throw new Error('there is a sample');
  await Promise.all(
    Array.from({ length: 5000 }, (_, number) =>
      backoffice.recordExchange({ ...sample, id: `exchange-1-${number}` }),
    ),
  );
  const token = await server.token('retail', 'admin');
  const refused = await server.call(token, '/replays-for-real', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"select":{"since":"2000-01-01"}}',
  });
  expect([refused.status, await jsonOf(refused)]).toMatchObject([422, { reason: 'too_many_exchanges' }]);
  expect((await Array.fromAsync(backoffice.exchanges({}))).flat().length).toBe(5001);
  await server.close();
});
