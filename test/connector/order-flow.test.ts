import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createMemorySource } from '../../src/connector/testing/memory-source.ts';
import type { OrderRecord } from '../../src/domain/order.ts';
import type { ShopReader } from '../../src/shop/reader.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { KEY, serveEndpoint } from '../support/endpoint.ts';
import { type ServerProcess, startServer, storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { boundariesIn, type Place, placesIn, startProxy } from './breaking-proxy.ts';
import { createFileErp, piecesIn } from './file-erp.ts';
import { FINAL_STATE, syncOrdersOnce, syncUntilComplete } from './sync-orders.ts';

/** PASSERELLE_CUT_STRIDE=1 cuts at every byte. */
const STRIDE = Number(process.env.PASSERELLE_CUT_STRIDE ?? 307);
const ORDER_RUN = fileURLToPath(new URL('./order-run.ts', import.meta.url));

/** Ids of one length, so that each run passes as many bytes as the first. */
const idOf = (number: number): string => `W${String(number).padStart(5, '0')}`;

/** Each order is in the ERP exactly once, and was exported exactly once. */
async function expectEachOnce(reader: ShopReader, pieces: readonly string[], count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, number) => idOf(number));
  expect([...pieces].sort()).toEqual(ids);
  const orders = (await Array.fromAsync(reader.orders())).flat();
  expect(orders.map(({ id }) => id).sort()).toEqual(ids);
  expect(orders.filter((one) => !isExportedOnce(one)).map(({ id, history }) => ({ id, history }))).toEqual(
    [],
  );
}

const isExportedOnce = ({ state, confirmedAt, readAt, history }: OrderRecord): boolean =>
  state === FINAL_STATE &&
  confirmedAt !== undefined &&
  readAt === undefined &&
  history.filter(({ by }) => by === 'erp').length === 1;

test('wherever the connection is cut, each order is in the ERP once and exported once', async () => {
  const server = await serveEndpoint();
  const proxy = await startProxy({ port: () => server.port });
  onTestFinished(() => {
    proxy.close();
    return server.close();
  });
  const { source, pieces } = createMemorySource();
  const run = { url: proxy.url, key: KEY, source, stateFolder: temporaryFolder() };
  let count = 0;
  const runCutAt = async (place: Place | undefined) => {
    await server.memory.seed.order(order(idOf(count++)));
    proxy.breakAt(place);
    return syncOrdersOnce(run);
  };

  expect((await runCutAt(undefined)).outcome).toBe('complete');
  const places = placesIn(proxy.passed(), STRIDE);
  // Three requests and three replies, each with its edges.
  expect(proxy.passed().map(({ direction }) => direction)).toEqual(
    Array.from({ length: 3 }, () => ['request', 'reply']).flat(),
  );
  expect(places.length).toBeGreaterThan(20);
  let stopped = 0;
  for (const place of places) {
    const { outcome } = await runCutAt(place);
    expect(proxy.hasBroken(), JSON.stringify(place)).toBe(true);
    if (outcome === 'stopped') stopped += 1;
    proxy.breakAt(undefined);
    await syncUntilComplete(run);
    expect(
      pieces.filter(({ id }) => id === idOf(count - 1)),
      JSON.stringify(place),
    ).toHaveLength(1);
  }
  // A run in which the connection was rarely missed would prove nothing.
  expect(stopped).toBeGreaterThan(places.length / 2);
  await expectEachOnce(
    server.memory.reader,
    pieces.map(({ id }) => id),
    count,
  );
}, 300_000);

test('wherever the connector is killed, each order is in the ERP once and exported once', async () => {
  const server = await serveEndpoint();
  onTestFinished(server.close);
  const folder = temporaryFolder();
  const run = {
    url: server.url,
    key: KEY,
    source: createFileErp(folder),
    stateFolder: join(folder, 'state'),
  };
  let count = 0;
  for (let ended = false; !ended; count += 1) {
    await server.memory.seed.order(order(idOf(count)));
    const words = [ORDER_RUN, server.url, KEY, folder, String(count + 1)];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual(code === 0 ? [0, null] : [null, 'SIGKILL']);
    ended = code === 0;
    await syncUntilComplete(run);
  }
  // Before and after each call, in the midst of the import, and after the state was written.
  expect(count).toBeGreaterThan(11);
  await expectEachOnce(server.memory.reader, piecesIn(folder), count);
}, 300_000);

test('wherever the server is killed, each order is in the ERP once and exported once', async () => {
  const data = temporaryFolder();
  let server: ServerProcess = await startServer(data);
  const proxy = await startProxy({ port: () => Number(new URL(server.url).port), act: () => server.kill() });
  onTestFinished(async () => {
    proxy.close();
    await server.kill();
  });
  const { source, pieces } = createMemorySource();
  const run = { url: proxy.url, key: KEY, source, stateFolder: temporaryFolder() };
  let count = 0;
  const runKilledAt = async (place: Place | undefined) => {
    await inStore(data, ({ backoffice }) => backoffice.placeOrder(order(idOf(count++))));
    proxy.breakAt(place);
    return syncOrdersOnce(run);
  };

  expect((await runKilledAt(undefined)).outcome).toBe('complete');
  const places = boundariesIn(proxy.passed());
  expect(places).toHaveLength(12);
  for (const place of places) {
    await runKilledAt(place);
    expect(proxy.hasBroken(), JSON.stringify(place)).toBe(true);
    proxy.breakAt(undefined);
    server = await startServer(data);
    await syncUntilComplete(run);
  }
  await inStore(data, ({ backoffice }) =>
    expectEachOnce(
      backoffice,
      pieces.map(({ id }) => id),
      count,
    ),
  );
}, 300_000);

async function inStore<T>(data: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(storeIn(data));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
