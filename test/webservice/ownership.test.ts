import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { KEY } from '../support/endpoint.ts';
import { post } from '../support/form.ts';
import { startServer, storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

const product = (description: string, stock: number): string =>
  `<connecteur><reference>A</reference><desc_longue>${description}</desc_longue><stock>${stock}</stock></connecteur>`;

test('what belongs to the shop is the ERP’s for a new product only; afterwards the journal tells what was ignored', async () => {
  const data = temporaryFolder();
  const shop = { name: 'shop', blobs: join(data, 'shop-blobs'), owned: ['description'] };
  const server = await startServer(data, { shop });
  const send = async (resource: string, xml: string): Promise<string> => {
    const { text } = await post(server.url, [
      ['key', KEY],
      ['resource', resource],
      ['data', xml],
    ]);
    return text;
  };
  expect(await send('add_product', product('made', 1))).not.toContain('<error>');
  expect(await send('update_product', product('made', 2))).not.toContain('<error>');
  expect(await send('update_product', product('other', 3))).not.toContain('<error>');
  await server.stop();

  const { backoffice, close } = await openStore(storeIn(data));
  expect((await backoffice.product('A'))?.fields).toEqual({ description: 'made', stock: '3' });
  const exchanges = (await Array.fromAsync(backoffice.exchanges({}))).flat();
  expect(exchanges.map(({ outcome, warnings }) => [outcome, warnings])).toEqual([
    ['warning', [{ reason: 'field_owned', entity: 'product', record: 'A', field: 'desc_longue' }]],
    ['success', []],
    ['success', []],
  ]);
  // Each change is told, and each field keeps its writer, by that exchange.
  const { events } = await backoffice.changes({ since: 0 });
  expect(events.map(({ operation, fields, origin }) => [operation, fields, origin.exchange])).toEqual([
    ['created', [], exchanges[2]?.id],
    ['updated', ['stock'], exchanges[1]?.id],
    ['updated', ['stock'], exchanges[0]?.id],
  ]);
  const written = await backoffice.provenance('A');
  expect([...(written?.fields ?? [])].map(([path, { exchange }]) => [path, exchange])).toEqual([
    ['description', exchanges[2]?.id],
    ['stock', exchanges[0]?.id],
  ]);
  await close();
});
