import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decimal } from '../../src/testing/contract/samples.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

let server: ApiServer;
let admin: string;
beforeAll(async () => {
  server = await serveApi({ guard: { percent: { emptied: 1 }, atLeast: 1 } });
  admin = await server.token('retail', 'admin');
});
afterAll(() => server.close());

const decide = (token: string, id: string, status: string) =>
  server.call(token, `/guard/holds/${id}/decision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ status }),
  });

describe('what is held', () => {
  test('is shown, and let through by whoever may', async () => {
    const { shop } = server.stores.retail;
    const empty = (reference: string) =>
      shop.saveProduct({ reference, fields: { stock: decimal('0') } }, 'update_product');
    for (const reference of ['A', 'B', 'C'])
      await shop.saveProduct({ reference, fields: { stock: decimal('3') } }, 'add_product');
    await empty('A');
    await expect(empty('B')).rejects.toMatchObject({ problem: { reason: 'too_many_emptied', record: 'B' } });

    const { items } = await jsonOf(await server.call(admin, '/guard/holds'));
    expect(items).toMatchObject([
      { kind: 'emptied', status: 'held', reference: 'B', count: 1, limit: 1, catalogue: 3 },
    ]);
    const [{ id }] = items as [{ id: string }];
    const stranger = await server.token('wholesale', 'admin');
    expect((await decide(stranger, id, 'released')).status).toBe(404);
    expect((await decide(admin, id, 'forgotten')).status).toBe(422);
    expect(await jsonOf(await decide(admin, id, 'released'))).toMatchObject({
      status: 'released',
      decidedBy: expect.stringMatching(/\([0-9a-f]{8}\)$/),
    });
    await empty('B');
    await empty('C');
  });

  test('of a shop on somebody else’s tables is nothing', async () => {
    const without = await serveApi({ without: { guardDesk: undefined } });
    const token = await without.token('retail', 'admin');
    const reply = await without.call(token, '/guard/holds');
    expect([reply.status, await jsonOf(reply)]).toMatchObject([501, { reason: 'guard_unsupported' }]);
    await without.close();
  });
});
