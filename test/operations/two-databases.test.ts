import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { type Server, serve } from '../../src/cli/serve/serve.ts';
import { type OwnPostgres, ownPostgres } from '../store/own-postgres.ts';
import { postgres } from '../support/databases.ts';
import { post } from '../support/form.ts';
import { temporaryFolder } from '../support/temporary.ts';
import type { TestDatabase } from '../support/test-database.ts';

let one: TestDatabase;
let other: OwnPostgres;
let server: Server;
const folder = temporaryFolder(afterAll);

beforeAll(async () => {
  one = await (await postgres()).create();
  other = await ownPostgres();
  const shops = [
    { name: 'retail', store: one.url, keys: ['r'] },
    { name: 'trade', store: other.url, keys: ['t'] },
  ];
  const settings = { port: 0, logLevel: 'silent', readiness: 'some', shops };
  writeFileSync(join(folder, 'passerelle.config.json'), JSON.stringify(settings));
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  server = await serve(configuration, { print: () => {} });
}, 120_000);
afterAll(async () => {
  await server.stop();
  await other.remove();
  await one.drop();
});

const add = async (shop: 'retail' | 'trade', reference: string): Promise<number> => {
  const data = `<connecteur><reference>${reference}</reference><nom>n</nom></connecteur>`;
  const { status } = await post(`${server.url}/${shop}`, [
    ['key', shop.slice(0, 1)],
    ['resource', 'add_product'],
    ['data', data],
  ]);
  return status;
};

const list = async (shop: 'retail' | 'trade'): Promise<readonly string[]> => {
  const { text } = await post(`${server.url}/${shop}`, [
    ['key', shop.slice(0, 1)],
    ['resource', 'products_list'],
  ]);
  return [...text.matchAll(/<reference>(\w+)</g)].map(([, reference = '']) => reference);
};

const ready = async (): Promise<string> => {
  const response = await fetch(`${new URL(server.url).origin}/readyz`);
  return `${response.status} ${await response.text()}`;
};

async function until(state: string): Promise<void> {
  while ((await ready()) !== state) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('of two PostgreSQL servers one stops: its shop is refused, the other shop goes on, and both do when it is back', async () => {
  expect([await add('retail', 'A'), await add('trade', 'A')]).toEqual([200, 200]);

  await other.stop();
  await until('200 ready; no answer from the store of: trade\n');
  expect([await add('retail', 'B'), await add('trade', 'B')]).toEqual([200, 503]);

  await other.start();
  await until('200 ready\n');
  expect([await add('retail', 'C'), await add('trade', 'C')]).toEqual([200, 200]);
  expect(await list('retail')).toEqual(['A', 'B', 'C']);
  expect(await list('trade')).toEqual(['A', 'C']);
}, 120_000);
