import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Transformations } from '../../src/domain/transformation.ts';
import type { Exchange } from '../../src/shop/journal.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

let server: ApiServer;
let token: string;
let other: string;

const msOf = (second: number): number => Date.UTC(2026, 0, 31, 13, 5, second);

/** A UUIDv7 of that moment. */
function idOf(second: number): string {
  const hex = msOf(second).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

const TRANSFORMED: Transformations = {
  count: 7,
  kept: [
    {
      name: 'update_product.request.xsl',
      moment: 'request',
      outcome: 'changed',
      difference: [
        { kind: 'removed', text: '<stock>3</stock>' },
        { kind: 'added', text: '<stock>0</stock>' },
      ],
    },
    {
      name: 'hooks.ts beforeProduct',
      moment: 'beforeProduct',
      outcome: 'dropped',
      entity: 'product',
      record: 'A',
      problem: { reason: 'hook_dropped', record: 'A', hook: 'hooks.ts beforeProduct', expected: 'not here' },
    },
  ],
};

/** The eleventh is refused, the twelfth has all there is. */
function exchange(number: number): Exchange {
  return {
    id: idOf(number),
    at: new Date(msOf(number)).toISOString(),
    resource: number % 2 ? 'update_product' : 'add_grilles',
    reference: number % 2 ? `A${number}` : '',
    outcome: number === 11 ? 'refused' : 'success',
    httpStatus: 200,
    warnings: [],
    durationMs: 1.25,
    requestBytes: 10,
    replyBytes: 20,
    remoteAddress: '10.0.0.1',
    ...(number === 11 && {
      problem: { reason: 'not_a_number', entity: 'product', record: 'A11', field: 'stock', value: 'x' },
    }),
    ...(number === 12 && {
      warnings: [{ reason: 'empty_ignored', field: 'tva' }],
      records: 3,
      request: '<connecteur><key>***</key></connecteur>',
      reply: '<connecteur/>',
      transformed: TRANSFORMED,
    }),
  };
}
const FULL = exchange(12).id;

beforeAll(async () => {
  server = await serveApi();
  const { backoffice } = server.stores.retail;
  await Promise.all(Array.from({ length: 12 }, (_, index) => backoffice.recordExchange(exchange(index + 1))));
  token = await server.token('retail', 'admin');
  other = await server.token('wholesale', 'admin');
});
afterAll(() => server.close());

const get = (path: string, language = 'en'): Promise<Response> =>
  server.call(token, path, { headers: { 'accept-language': language } });

async function seconds(path: string): Promise<readonly number[]> {
  const { items } = await jsonOf(await get(path));
  return Array.isArray(items) ? items.map((item) => new Date(item.at).getUTCSeconds()) : [];
}

test('the journal is told newest first, by the filters of the command', async () => {
  expect(await seconds('/exchanges')).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(await seconds('/exchanges?resource=update_product&limit=2')).toEqual([11, 9]);
  expect(await seconds('/exchanges?reference=A3')).toEqual([3]);
  expect(await seconds('/exchanges?reference=&limit=1')).toEqual([12]);
  expect(await seconds('/exchanges?outcome=refused,failed')).toEqual([11]);
  expect(await seconds(`/exchanges?after=${exchange(10).id}`)).toEqual([12, 11]);
});

test.each([
  '2026-01-31T13:05:11Z',
  '2026-01-31T14:05:11%2B01:00',
  '2026-01-31T13:05:11.000Z',
  '2026-01-31 14:05:11',
  '2026-01-31T14:05:11',
])('since %s, which is one and the same moment', async (since) => {
  expect(await seconds(`/exchanges?since=${since}`)).toEqual([12, 11]);
});

test('goes on behind the last one, whatever comes in meanwhile', async () => {
  const first = await jsonOf(await get('/exchanges?limit=5&outcome=success'));
  await server.stores.retail.backoffice.recordExchange(exchange(13));
  expect(await seconds(`/exchanges?limit=5&outcome=success&cursor=${first.next}`)).toEqual([6, 5, 4, 3, 2]);
  expect(await seconds('/exchanges?limit=1')).toEqual([13]);
});

test('a problem comes as a sentence in the caller’s language', async () => {
  const detailOf = async (language: string): Promise<unknown> =>
    (await jsonOf(await get(`/exchanges/${exchange(11).id}`, language))).problem;
  expect(await detailOf('en')).toMatchObject({ reason: 'not_a_number', record: 'A11', field: 'stock' });
  expect(await detailOf('fr')).not.toEqual(await detailOf('en'));
});

test('one exchange has its request and reply, as they are kept', async () => {
  expect(await jsonOf(await get(`/exchanges/${FULL}`))).toMatchObject({
    at: '2026-01-31T13:05:12.000Z',
    outcome: 'success',
    warnings: [{ reason: 'empty_ignored', field: 'tva' }],
    records: 3,
    request: '<connecteur><key>***</key></connecteur>',
    reply: '<connecteur/>',
  });
});

test('one exchange has what was transformed, with sentences in the caller’s language', async () => {
  const [sheet, hook] = TRANSFORMED.kept;
  const { problem: _, ...step } = hook ?? {};
  expect((await jsonOf(await get(`/exchanges/${FULL}`))).transformed).toEqual({
    count: 7,
    kept: [
      sheet,
      {
        ...step,
        problem: { reason: 'hook_dropped', record: 'A', detail: expect.stringContaining('not here') },
      },
    ],
  });
  expect(await jsonOf(await get(`/exchanges/${exchange(11).id}`))).not.toHaveProperty('transformed');
});

test('of another shop is as unknown as one that nobody has', async () => {
  const told = async (id: string): Promise<string> => {
    const { requestId: _, ...problem } = await jsonOf(await server.call(other, `/exchanges/${id}`));
    return JSON.stringify(problem);
  };
  expect((await told(FULL)).replaceAll(FULL, 'nobody')).toBe(await told('nobody'));
  expect(await told('nobody')).toContain('"status":404,');
  const response = await server.call(other, '/exchanges');
  expect(await jsonOf(response)).toEqual({ items: [] });
});

test('what is no filter is refused by name', async () => {
  const response = await get('/exchanges?since=yesterday&outcome=fine&limit=0');
  expect(await jsonOf(response)).toMatchObject({
    status: 422,
    errors: [
      { field: 'limit' },
      { field: 'since', detail: expect.stringContaining('2026-01-31T13:05:00Z') },
      { field: 'outcome[0]' },
    ],
  });
});
