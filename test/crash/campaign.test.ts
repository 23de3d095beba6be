import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFailed, test, vi } from 'vitest';
import { openDatabase, openStore } from '../../src/store/open.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { type OwnPostgres, ownPostgres } from '../store/own-postgres.ts';
import { type Campaign, createTally } from './campaign/campaign.ts';
import { check } from './campaign/check.ts';
import { runClient } from './campaign/client.ts';
import { CLIENTS } from './campaign/clients.ts';
import { endPostgres, killServers, plannedKills, plannedOutages } from './campaign/disturbances.ts';
import { type Servers, startServers } from './campaign/servers.ts';

/** PASSERELLE_CAMPAIGN_CALLS=20000 for a long run; PASSERELLE_CAMPAIGN_SEED repeats the moments, as far as time does. */
const CALLS = Number(process.env.PASSERELLE_CAMPAIGN_CALLS ?? 1000);
const SEED = Number(process.env.PASSERELLE_CAMPAIGN_SEED ?? Date.now() % 1_000_000);
const SERVERS = 3;
const ORDERS = Math.ceil(CALLS / 20);

let folder: string;
let postgres: OwnPostgres;
let servers: Servers | undefined;
const stopping = new AbortController();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-campaign-'));
  // As it is set, a crash would lose the last ten seconds: the store has to ask for better.
  postgres = await ownPostgres(['-c', 'synchronous_commit=off', '-c', 'wal_writer_delay=10s']);
});
afterEach(async () => {
  stopping.abort();
  await servers?.stop();
  await postgres.remove();
  await rm(folder, { recursive: true });
});

const TITLE = `${CALLS} calls while servers and PostgreSQL are killed: what was acknowledged is there, once (PASSERELLE_CAMPAIGN_SEED=${SEED})`;

test(TITLE, { timeout: 300_000 + CALLS * 200 }, async () => {
  const options = { url: postgres.url, schema: 'shop', blobFolder: join(folder, 'blobs') };
  await placeOrders(options);
  const shop = { name: 'shop', store: options.url, schema: options.schema, blobs: options.blobFolder };
  const started = await startServers({ count: SERVERS, folder, shop });
  servers = started;
  onTestFailed(() => console.error(started.faults().join('\n')));
  const campaign: Campaign = {
    calls: CALLS,
    seed: SEED,
    servers: started,
    ledger: new Map(),
    tally: createTally(),
    signal: stopping.signal,
  };
  const begun = performance.now();
  await Promise.all([
    ...CLIENTS.map((client) => runClient(campaign, client)),
    killServers(campaign),
    endPostgres(campaign, postgres),
  ]);
  await started.untilReady();
  report(campaign, performance.now() - begun);
  await started.stop();
  await sessionsEnded(options);

  const store = await openStore(options);
  expect(await check(campaign.ledger, store.backoffice)).toEqual([]);
  await store.close();
  expect(started.faults()).toEqual([]);
  expect(postgres.log().match(/.*(?:deadlock detected|PANIC|invalid page).*/g) ?? []).toEqual([]);
  expectLoad(campaign);
});

type Options = Parameters<typeof openStore>[0];

async function placeOrders(options: Options): Promise<void> {
  const { backoffice, close } = await openStore(options);
  await Promise.all(
    Array.from({ length: ORDERS }, (_, number) => backoffice.placeOrder(order(`O${number}`))),
  );
  await close();
}

/** A killed server's session may still be at its last statement. */
async function sessionsEnded(options: Options): Promise<void> {
  const database = await openDatabase(options);
  const question = `SELECT count(*) AS sessions FROM pg_stat_activity
    WHERE application_name LIKE 'passerelle%' AND pid <> pg_backend_pid()`;
  const ended = async () => expect(await database.read.all(question)).toEqual([{ sessions: 0 }]);
  await vi.waitFor(ended, { timeout: 20_000, interval: 20 });
  await database.close();
}

function report({ tally, servers: { kills } }: Campaign, ms: number): void {
  const failures = [...tally.failures].map(([what, count]) => `${what} ${count}`).join(', ');
  console.info(
    `${tally.begun} calls in ${Math.round(ms / 1000)} s: ${tally.acknowledged} acknowledged, ${tally.givenUp} given up; ` +
      `${kills()} servers killed, PostgreSQL ended ${plannedOutages(CALLS)} times; failed attempts: ${failures}`,
  );
}

/** A campaign in which hardly anything happened would prove nothing. */
function expectLoad({ ledger, tally, servers: { kills } }: Campaign): void {
  expect(kills()).toBe(plannedKills(CALLS));
  expect(tally.acknowledged).toBeGreaterThan(CALLS / 2);
  expect(tally.failures.get('HTTP 503')).toBeGreaterThan(0);
  expect(tally.failures.get('connection lost')).toBeGreaterThan(0);
  const acknowledged = [...ledger].flatMap(([thing, sent]) => (sent.acknowledged > 0 ? [thing] : []));
  for (const kind of ['P', 'customers', 'rules', 'data', 'file', 'confirmation', 'parcel'])
    expect(acknowledged.filter((thing) => thing.startsWith(kind)).length, kind).toBeGreaterThan(0);
}
