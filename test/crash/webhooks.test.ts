import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRandom, type Random } from '../../scripts/sample/random.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createWebhook } from '../../src/webhooks/manage.ts';
import { DIALECTS, shopSettings, type TestPlace, testPlace } from '../store/dialects.ts';
import { KEY } from '../support/endpoint.ts';
import { post } from '../support/form.ts';
import { type Received, type Receiver, type Respond, startReceiver } from '../support/receiver.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** PASSERELLE_CRASH_ROUNDS=200 for a long run; PASSERELLE_CRASH_SEED repeats the moments, as far as time does. */
const ROUNDS = Number(process.env.PASSERELLE_CRASH_ROUNDS ?? 3);
const SEED = Number(process.env.PASSERELLE_CRASH_SEED ?? Date.now() % 1_000_000);
const RECORDS = 12;
const WRITERS = 4;
/** Between two kills, in milliseconds. */
const LATEST_MS = 2500;
const ALLOWED = ['127.0.0.1'];

let folder: string;
let place: TestPlace;
let store: Store;
let receiver: Receiver;
let servers: ServerProcess[];
let isWriting: boolean;
beforeEach(() => {
  folder = temporaryFolder();
  servers = [];
  isWriting = true;
});
afterEach(async () => {
  isWriting = false;
  await Promise.all(servers.map((server) => server.kill()));
  await receiver.close();
  await store.close();
  await place.remove();
});

async function start(number: number): Promise<ServerProcess> {
  const data = join(folder, `server-${number}`);
  mkdirSync(data, { recursive: true });
  return startServer(data, { shop: shopSettings(place), server: { webhooks: { allow: ALLOWED } } });
}

/** Of what comes, one in forty is refused at first, and has to be sent again. */
function unsteady(): Respond {
  const refused = new Set<string>();
  return ({ id, sequence = 0 }) => {
    if (sequence % 40 !== 0 || refused.has(id)) return 204;
    refused.add(id);
    return 503;
  };
}

/** Stock after stock of its own records; whoever is alive is asked. */
async function writeOn(writer: number, random: Random): Promise<void> {
  for (let stock = 1; isWriting; stock += 1) {
    const reference = `P${writer}-${random.integer(RECORDS / WRITERS)}`;
    const data = `<connecteur><reference>${reference}</reference><stock>${stock}</stock></connecteur>`;
    await sendUntilTaken(data, random);
    await pause(40);
  }
}

async function sendUntilTaken(data: string, random: Random): Promise<void> {
  while (isWriting) {
    const server = servers[random.integer(servers.length)];
    const parts = [
      ['key', KEY],
      ['resource', 'add_product'],
      ['data', data],
    ] as const;
    const reply = await post(server?.url ?? '', parts).catch(() => undefined);
    if (reply?.status === 200) return;
    await pause(20);
  }
}

const succeeded = (): readonly Received[] => receiver.received.filter(({ status }) => status === 204);

test.each(DIALECTS)(
  `servers killed at any moment lose no event and turn none around, on %s (PASSERELLE_CRASH_SEED=${SEED})`,
  { timeout: 180_000 + ROUNDS * 30_000 },
  async (dialect) => {
    place = await testPlace(dialect);
    store = await openStore(place.options);
    const random = createRandom(SEED);
    let secret = '';
    receiver = await startReceiver(() => [secret], unsteady());
    const request = { url: receiver.url, label: '', kinds: [] };
    ({ secret } = await createWebhook(store.backoffice, request, { ranges: ALLOWED, now: new Date() }));
    servers = [await start(0), await start(1)];
    const writing = Array.from({ length: WRITERS }, (_, writer) =>
      writeOn(writer, createRandom(SEED + 10 + writer)),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      await pause(random.integer(LATEST_MS));
      // Whichever it is: the one that delivers, or the one that waits.
      const number = random.integer(2);
      await servers[number]?.kill();
      servers[number] = await start(number);
    }
    isWriting = false;
    await Promise.all(writing);
    await expectAllDelivered();
    expectInOrder();
    for (const server of servers) expect(server.exitCode()).toBeNull();
  },
);

/** Each event that the feed has, at least once. */
async function expectAllDelivered(): Promise<void> {
  const { backoffice } = store;
  const newest = await backoffice.newestChange();
  expect(newest).toBeGreaterThan(ROUNDS);
  await vi.waitFor(
    async () => {
      const [webhook] = await backoffice.webhooks();
      expect(webhook).toMatchObject({ cursor: newest, waiting: 0, missed: 0 });
    },
    { timeout: 150_000, interval: 250 },
  );
  const delivered = new Set(succeeded().map(({ sequence }) => sequence));
  expect(delivered).toEqual(new Set(Array.from({ length: newest }, (_, index) => index + 1)));
}

function expectInOrder(): void {
  // Attempts that fail count too: nothing later may come before they succeed.
  const byRecord = Map.groupBy(receiver.received, ({ record }) => record);
  for (const [record, messages] of byRecord) {
    const sequences = messages.map(({ sequence = 0 }) => sequence);
    expect(sequences, record).toEqual(sequences.toSorted((a, b) => a - b));
  }
  const bySequence = Map.groupBy(receiver.received, ({ sequence }) => sequence);
  for (const messages of bySequence.values())
    expect(new Set(messages.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(bySequence.size);
  expect(receiver.received.filter(({ status }) => status === 401)).toEqual([]);
}
