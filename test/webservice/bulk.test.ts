import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KEY, type ServedEndpoint, serveEndpoint } from '../support/endpoint.ts';
import { post } from '../support/form.ts';

let served: ServedEndpoint;
beforeEach(async () => {
  served = await serveEndpoint({ limits: { unauthenticatedMemoryBytes: 10_000 } });
});
afterEach(() => served.close());

const rules = async () => (await Array.fromAsync(served.memory.reader.priceRules())).flat();
const customers = async () => (await Array.fromAsync(served.memory.reader.customers())).flat();

const grille = (reference: string, price = '10'): string =>
  `<grille src="cli_prod" ref="R1"><id_product>${reference}</id_product><price>${price}</price><reduction_type>amount</reduction_type></grille>`;
const grilles = (count: number): string =>
  `<grilles>${Array.from({ length: count }, (_, number) => grille(`P${number}`)).join('')}</grilles>`;
const HEADING = [
  ['key', KEY],
  ['resource', 'add_grilles'],
] as const;

test('a message whose key comes first is worked on while it arrives', async () => {
  const reply = await post(served.url, [...HEADING, ['data', grilles(2000)]]);
  expect(reply.text).toContain('<add_grilles/>');
  expect(served.bulkRuns()).toBe(1);
  expect(await rules()).toHaveLength(2000);
  expect(served.exchanges[0]).toMatchObject({ resource: 'add_grilles', records: 2000 });
});

test('a message whose key comes last is worked on from the spool', async () => {
  const reply = await post(served.url, [['data', grilles(2000)], ...HEADING]);
  expect(reply.text).toContain('<add_grilles/>');
  expect(await rules()).toHaveLength(2000);
});

test('a message that names its key and resource inside the XML only', async () => {
  const xml = `<connecteur><resource>add_grilles</resource><key>${KEY}</key>${grilles(2000)}</connecteur>`;
  expect((await post(served.url, [['data', xml]])).text).toContain('<add_grilles/>');
  expect(await rules()).toHaveLength(2000);
});

test.each([
  ['before', [...HEADING, ['compression', '1'], ['data', deflateSync(grilles(1500))]]],
  ['after', [...HEADING, ['data', deflateSync(grilles(1500))], ['compression', '1']]],
] as const)('compression may be named %s the data', async (_, parts) => {
  expect((await post(served.url, parts)).text).toContain('<add_grilles/>');
  expect(await rules()).toHaveLength(1500);
});

test('a bad record is refused alone, and the reply says which, why, and how many were saved', async () => {
  const xml = `<grilles>${grille('P1')}${grille('P2', 'cheap')}${grille('P3')}</grilles>`;
  const { status, text } = await post(served.url, [...HEADING, ['data', xml]]);
  expect(status).toBe(200);
  expect(text).toContain('2 saved, 1 refused');
  expect(text).toMatch(/P2.*"price" is "cheap"/);
  expect((await rules()).map(({ reference }) => reference)).toEqual(['P1', 'P3']);
  expect(served.exchanges[0]?.outcome).toBe('partly');
});

test.each([
  ['is cut in the middle', `<grilles>${grille('P1')}${grille('P2')}<grille src="a`],
  ['holds another key', `<connecteur><grilles>${grille('P1')}</grilles><key>another</key></connecteur>`],
])('a message that %s changes nothing', async (_, xml) => {
  const { text } = await post(served.url, [...HEADING, ['data', xml]]);
  expect(text).toContain('<error>');
  expect(await rules()).toEqual([]);
});

test('a message without its records is no success, an empty list is', async () => {
  const page = await post(served.url, [...HEADING, ['data', '<html><body>Moved</body></html>']]);
  expect(page.text).toContain('No &lt;grille&gt; in the message');
  expect((await post(served.url, [...HEADING, ['data', '<grilles/>']])).text).toContain('<add_grilles/>');
});

test('customers come all at once or one by one, in each of the three shapes', async () => {
  const client = (code: string): string => `<client><codetiers>${code}</codetiers><nom>N</nom></client>`;
  for (const xml of [
    `<clients>${client('A')}${client('B')}</clients>`,
    `<connecteur><clients>${client('C')}</clients></connecteur>`,
    `<connecteur>${client('D')}</connecteur>`,
  ]) {
    const reply = await post(served.url, [
      ['key', KEY],
      ['resource', 'add_customer'],
      ['data', xml],
    ]);
    expect(reply.text).toContain('<add_customer/>');
  }
  expect((await customers()).map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D']);
});
