import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { type Server, serve } from '../../src/cli/serve/serve.ts';
import { postgres } from '../support/databases.ts';
import { multipart, post } from '../support/form.ts';
import { temporaryFolder } from '../support/temporary.ts';
import type { TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let server: Server;
const folder = temporaryFolder(afterAll);
let name: string;

beforeAll(async () => {
  database = await (await postgres()).create();
  const url = new URL(database.url);
  url.password ||= 'hidden';
  name = `${url.username}@${url.host}${url.pathname}`;
  const shops = [
    { name: 'retail', store: url.href, keys: ['r'] },
    { name: 'trade', store: url.href, keys: ['t'] },
    { name: 'file', keys: ['f'] },
  ];
  const settings = { port: 0, logLevel: 'silent', shops, postgres: { poolSize: 3 } };
  writeFileSync(join(folder, 'passerelle.config.json'), JSON.stringify(settings));
  const configuration = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  server = await serve(configuration, { print: () => {} });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await database.drop();
});

async function metrics(): Promise<readonly string[]> {
  const response = await fetch(`${new URL(server.url).origin}/metrics`);
  return (await response.text()).split('\n');
}

/** By name and labels, as one answer tells them: between two, the journal may have been written. */
async function values(...series: readonly string[]): Promise<readonly number[]> {
  const lines = await metrics();
  return series.map((one) => {
    const line = lines.find((text) => text.startsWith(`${one} `));
    return Number(line?.slice(one.length + 1) ?? 'NaN');
  });
}

const value = async (series: string): Promise<number> => (await values(series))[0] ?? Number.NaN;

async function until(series: string, wanted: number): Promise<void> {
  while ((await value(series)) !== wanted) await new Promise((resolve) => setTimeout(resolve, 20));
}

const addProducts = (key: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, number) =>
      post(server.url, [
        ['key', key],
        ['resource', 'add_product'],
        ['data', `<connecteur><reference>P${number}</reference><nom>n</nom></connecteur>`],
      ]),
    ),
  );

test('commits are counted by database, what waits and fails by shop', async () => {
  const databases = ['sqlite', name];
  const works = () => values(...databases.map((label) => `passerelle_commit_works_sum{database="${label}"}`));
  const before = await works();
  for (const key of ['r', 't', 'f']) await addProducts(key, 20);
  const after = await works();
  // With what the journal adds, for which nobody waits.
  expect((after[0] ?? 0) - (before[0] ?? 0)).toBeGreaterThanOrEqual(20);
  expect((after[1] ?? 0) - (before[1] ?? 0)).toBeGreaterThanOrEqual(40);
  for (const label of databases) {
    const commits = await value(`passerelle_commit_works_count{database="${label}"}`);
    expect(commits).toBeGreaterThan(0);
    for (const histogram of ['passerelle_commit_duration_seconds', 'passerelle_commit_wait_seconds']) {
      const [all, count] = await values(
        `${histogram}_bucket{le="+Inf",database="${label}"}`,
        `${histogram}_count{database="${label}"}`,
      );
      expect(all).toBe(count);
    }
  }
  for (const shop of ['retail', 'trade', 'file'])
    for (const counted of ['writes_waiting', 'writes_refused_total', 'commits_failed_total'])
      expect(await value(`passerelle_${counted}{shop="${shop}"}`)).toBe(0);
});

test('a bulk message that is still coming holds a connection, told by the thread that it runs on', async () => {
  const labels = '{shop="trade",thread="bulk"}';
  const rule = '<grille src="s" ref="r"><id_product>P1</id_product><price>1</price></grille>';
  const { headers, body } = multipart([
    ['key', 't'],
    ['resource', 'add_grilles'],
    ['data', `<grilles>${rule.repeat(5000)}</grilles>`],
  ]);
  const call = request(server.url, {
    method: 'POST',
    headers: { ...headers, 'content-length': body.length },
  });
  const replied = new Promise((resolve, reject) => call.on('response', resolve).on('error', reject));
  call.write(body.subarray(0, 200_000));
  await until(`passerelle_bulk_connections_in_use${labels}`, 1);
  expect(await value(`passerelle_bulk_connections_limit${labels}`)).toBe(2);
  expect(await value('passerelle_bulk_connections_in_use{shop="trade",thread="main"}')).toBe(0);
  expect(await value(`passerelle_database_connections_limit{database="${name}",thread="bulk"}`)).toBe(3);
  call.end(body.subarray(200_000));
  await replied;
  await until(`passerelle_bulk_connections_in_use${labels}`, 0);
});

test('shops that share a pool count its connections once, under a name without the password', async () => {
  const text = await metrics();
  const limits = text.filter((line) => /^passerelle_database_connections_limit.*"main"/.test(line));
  expect(limits).toEqual([`passerelle_database_connections_limit{database="${name}",thread="main"} 3`]);
  const password = new URL(database.url).password || 'hidden';
  expect(text.filter((line) => line.includes(`:${password}@`))).toEqual([]);
});
