import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../src/console/accounts/new-user.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { type ApiServer, serveApi } from '../support/api-server.ts';
import { type ConsolePage, openPage, PASSWORD } from '../support/console-page.ts';
import { recordPastRuns } from '../support/past-runs.ts';

let server: ApiServer;
let page: ConsolePage;
beforeAll(async () => {
  server = await serveApi();
  const { backoffice } = server.stores.retail;
  await backoffice.addUser(
    await newUser({ name: 'lou', role: 'viewer', language: 'en', password: PASSWORD }, Date.now()),
  );
  page = openPage(server.origin);
  await page.call('/console/session', { method: 'POST', body: { name: 'lou', password: PASSWORD } });
});
afterAll(() => server.close());

const shops = (query = '') => page.json(`/console/shops${query}`);

test('a shop that the ERP never called is told as such; nobody is let in without a session', async () => {
  expect(await shops()).toEqual([
    200,
    {
      items: [
        { name: 'retail', orders: 0, alerts: 0 },
        { name: 'wholesale', orders: 0, alerts: 0 },
      ],
      total: 2,
    },
  ]);
  expect(await openPage(server.origin).json('/console/shops')).toMatchObject([401, {}]);
});

test('each shop tells its own last run, its errors, and the orders that the ERP is offered', async () => {
  const { shop, backoffice } = server.stores.wholesale;
  for (const id of ['1', '2', '3']) await backoffice.placeOrder(order(id));
  await shop.readOrder('2');
  await shop.confirmOrder('3', undefined);
  await recordPastRuns(backoffice, Date.now());
  const [newest] = (await Array.fromAsync(backoffice.runs({ limit: 1 }))).flat();
  const outcomes = (await Array.fromAsync(backoffice.exchanges({ run: newest?.id ?? '' })))
    .flat()
    .map(({ outcome }) => outcome);
  const errors = outcomes.filter((outcome) => outcome === 'refused' || outcome === 'failed').length;
  const [, content] = await shops();
  expect(content).toMatchObject({
    items: [
      { name: 'retail', orders: 0 },
      {
        name: 'wholesale',
        orders: 2,
        lastRun: { id: newest?.id, endedAt: newest?.endedAt, exchanges: outcomes.length, errors },
      },
    ],
  });
});

test('shops are found by a part of their names, and come page by page', async () => {
  expect(await shops('?search=WHOLE')).toMatchObject([200, { items: [{ name: 'wholesale' }], total: 1 }]);
  const [, first] = await shops('?limit=1');
  expect(first).toMatchObject({ items: [{ name: 'retail' }], total: 2, next: 1 });
  const [, second] = await shops('?limit=1&after=1');
  expect(second).toMatchObject({ items: [{ name: 'wholesale' }] });
  expect(second).not.toHaveProperty('next');
  expect(await shops('?search=none')).toEqual([200, { items: [], total: 0 }]);
});
