import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { ShopReader } from '../../src/shop/backoffice.ts';
import type { Shop } from '../../src/shop/shop.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createMemoryShop } from '../../src/testing/memory-shop.ts';
import { DIALECTS, postgresPlace, type TestPlace, testPlace } from './dialects.ts';
import { ORDERS, orderOf, stepsOf } from './shared-work.ts';

const WRITERS = [0, 1, 2];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Gives how often it was refused and repeated. */
async function runWriter({ options }: TestPlace, writer: number): Promise<number> {
  const script = fileURLToPath(new URL('./writer-process.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    [script, JSON.stringify({ ...options, poolSize: 5 }), String(writer)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  let refused = Number.NaN;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    refused = Number(/^done (\d+)$/.exec(line)?.[1]);
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  return refused;
}

/** What must be the same whoever came first. */
async function kept({ shop, reader }: { shop: Shop; reader: ShopReader }): Promise<unknown> {
  const all = async <Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> =>
    (await Array.fromAsync(batches)).flat();
  const sorted = (items: readonly unknown[]): readonly string[] => items.map(canonical).sort();
  return {
    products: sorted((await all(reader.products())).map(({ id: _, ...rest }) => rest)),
    customers: sorted(
      (await all(reader.customers())).map(({ id: _, contacts, ...rest }) => ({
        ...rest,
        contacts: sorted(contacts),
      })),
    ),
    orders: sorted(
      (await all(reader.orders())).map(({ history, trackingNumbers, confirmedAt, ...rest }) => ({
        ...rest,
        history: history.map(({ state, by }) => ({ state, by })),
        trackingNumbers: sorted(trackingNumbers),
        confirmed: confirmedAt !== undefined,
      })),
    ),
    rules: sorted(
      (await all(reader.priceRules())).map(({ seenAt: _, retiredAt, ...rest }) => ({
        ...rest,
        retired: retiredAt !== undefined,
      })),
    ),
    listed: sorted((await all(shop.listProducts({ start: 0 }))).map(({ reference }) => reference)),
    variants: sorted((await all(shop.listOptions({ start: 0 }))).map(({ reference }) => reference)),
  };
}

/** Equal records give equal texts. */
const canonical = (item: unknown): string =>
  JSON.stringify(item, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** One after another, in a shop that cannot be wrong about it. */
async function expected(): Promise<unknown> {
  const model = createMemoryShop();
  for (const id of ORDERS) await model.seed.order(orderOf(id));
  for (const steps of WRITERS.flatMap(stepsOf)) for (const step of steps) await step(model.shop);
  return kept(model);
}

async function openWithOrders({ options }: TestPlace): Promise<Store> {
  const store = await openStore(options);
  for (const id of ORDERS) await store.backoffice.placeOrder(orderOf(id));
  return store;
}

describe('three processes that write the same records at the same time', () => {
  it.each(DIALECTS)('leave what one after another would have left, on %s', async (dialect) => {
    const place = await testPlace(dialect);
    const store = await openWithOrders(place);
    const refused = await Promise.all(WRITERS.map((writer) => runWriter(place, writer)));
    expect(await kept({ shop: store.shop, reader: store.backoffice })).toEqual(await expected());
    expect(refused).toEqual([0, 0, 0]);
    await store.close();
    await place.remove();
  });

  it('leave the same when their connections are ended again and again', async () => {
    const place = await postgresPlace();
    const store = await openWithOrders(place);
    const database = await place.open();
    const kill = setInterval(() => {
      // A few at a time, whatever they are doing.
      const others = `SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'passerelle%'
        AND state <> 'idle' ORDER BY random() LIMIT 2) AS victim`;
      database.read.all(others).catch(() => undefined);
    }, 150);
    const refused = await Promise.all(WRITERS.map((writer) => runWriter(place, writer)));
    clearInterval(kill);
    expect(Math.max(...refused)).toBeGreaterThan(0);
    expect(await kept({ shop: store.shop, reader: store.backoffice })).toEqual(await expected());
    await Promise.all([store.close(), database.close()]);
    await place.remove();
  });
});
