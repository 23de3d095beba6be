import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, emptiedTestPlace, type TestPlace } from '../../../test/store/dialects.ts';
import type { ChangeEvent, NotedChange } from '../../domain/change-event.ts';
import { message } from '../../testing/contract/expect.ts';
import { decimal, priceRule, shopCustomer } from '../../testing/contract/samples.ts';
import { openStore, type Store } from '../open.ts';
import { appendChanges } from './append.ts';

const DAY_MS = 86_400_000;

describe.each(DIALECTS)('the feed of changes on %s', (dialect) => {
  let place: TestPlace;
  let store: Store;
  let now: Date;
  beforeEach(async () => {
    place = await emptiedTestPlace(dialect);
    now = new Date('2026-06-01T00:00:00Z');
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  const open = (): Promise<Store> => openStore({ ...place.options, now: () => now });

  const save = (reference: string) => store.shop.saveProduct({ reference, fields: {} }, 'add_product');
  const saveMany = (count: number, prefix: string) =>
    Promise.all(Array.from({ length: count }, (_, index) => save(`${prefix}${index}`)));

  test('what is too old goes, in more than one step', async () => {
    await saveMany(1203, 'old');
    now = new Date(now.getTime() + 10 * DAY_MS);
    await saveMany(3, 'new');
    expect(await store.backoffice.pruneChanges({ maxAgeDays: 10, maxEvents: 1e6 })).toBe(0);
    now = new Date(now.getTime() + 1);
    expect(await store.backoffice.pruneChanges({ maxAgeDays: 10, maxEvents: 1e6 })).toBe(1203);
    const { events } = await store.backoffice.changes({});
    expect(events.map(({ sequence }) => sequence)).toEqual([1204, 1205, 1206]);
    expect(await store.backoffice.pruneChanges({ maxAgeDays: 10, maxEvents: 1e6 })).toBe(0);
  });

  test('rare records are found behind very many others', async () => {
    await saveMany(2500, 'P');
    await store.backoffice.saveShopCustomer(shopCustomer('11'));
    await saveMany(10, 'Q');
    const page = await store.backoffice.changes({ since: 0, entities: ['customer'] });
    expect(page.events.map(({ key }) => key)).toEqual(['11']);
    expect([page.cursor, page.more]).toEqual([2511, false]);
  });

  test('an id is unlike that of the event which had the number in a store that was set back', async () => {
    const first = await firstId();
    const other = await emptiedTestPlace(dialect);
    const anew = await openStore(other.options);
    await anew.shop.saveProduct({ reference: 'A', fields: {} }, 'add_product');
    const { events } = await anew.backoffice.changes({ since: 0 });
    await anew.close();
    await other.remove();
    expect(events[0]?.sequence).toBe(1);
    expect(events[0]?.id).not.toBe(first);
  });

  async function firstId(): Promise<string | undefined> {
    await save('A');
    return (await store.backoffice.changes({ since: 0 })).events[0]?.id;
  }

  test('a million rules of one set are one event: what a message costs is its sets', async () => {
    const rules = Array.from({ length: 3000 }, (_, index) =>
      priceRule({ reference: `R${index}`, rule: index < 1000 ? 'TF1' : 'TF2' }),
    );
    await store.shop.savePriceRules(message({ rules, keep: [] }), 'merge');
    const { events } = await store.backoffice.changes({ since: 0 });
    expect(events.map(({ rules: counts }) => counts?.created)).toEqual([1000, 2000]);
  });

  test('an event tells what can be read by then', async () => {
    const seen: ChangeEvent[] = [];
    let writing = true;
    const following = follow(store, seen, () => writing);
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const reference = `P${index % 5}`;
        const fields = { stock: decimal(String(index)) };
        await store.shop.saveProduct({ reference, fields }, 'add_product');
      }),
    );
    writing = false;
    await following;
    expect(seen.map(({ sequence }) => sequence)).toEqual(seen.map((_, index) => index + 1));
    expect(new Set(seen.map(({ key }) => key)).size).toBe(5);
  });

  test('who took an earlier number is seen first, however long his commit takes', async () => {
    const other = await place.open();
    const took = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    // As a bulk message ends, on a connection of its own that does not hold the lock of single writes.
    const merged = other.stage(({ merge }) =>
      merge(async (sql) => {
        await appendChanges(other.takeNumbers, sql, [{ change: NOTED, fields: undefined }]);
        took.resolve();
        await mayCommit.promise;
      }),
    );
    await took.promise;
    const saved = save('A');
    // Either it waits, as it should, or it is done well before.
    await Promise.race([saved, sleep(300)]);
    expect(await store.backoffice.changes({ since: 0 })).toEqual({ events: [], cursor: 0, more: false });
    mayCommit.resolve();
    await Promise.all([merged, saved]);
    const { events } = await store.backoffice.changes({ since: 0 });
    expect(events.map(({ sequence, key }) => [sequence, key])).toEqual([
      [1, 'merged'],
      [2, 'A'],
    ]);
    await other.close();
  });

  test('writers of several processes, single and bulk, leave no reader a gap', async () => {
    const stores = [store, await open(), await open()];
    const [reader, ...writers] = stores;
    const seen: ChangeEvent[] = [];
    let writing = true;
    const following = follow(reader ?? store, seen, () => writing);
    await Promise.all(writers.map((writer, index) => writeAll(writer, index)));
    writing = false;
    await following;
    await Promise.all([stores[1]?.close(), stores[2]?.close()]);
    // Not one is missed, whoever committed first: else a number would be passed over, never to come back.
    expect(seen.map(({ sequence }) => sequence)).toEqual(seen.map((_, index) => index + 1));
    expect(countsOf(seen)).toEqual({
      'product created': 160,
      // Each once, whichever message was first.
      'customer created': 100 + 40,
      'customer updated': expect.any(Number),
      'price_rule created': 20,
      'price_rule updated': expect.any(Number),
    });
  });
});

const NOTED: NotedChange = {
  entity: 'customer',
  key: 'merged',
  operation: 'created',
  fields: [],
  at: '2026-06-01T00:00:00.000Z',
  origin: { by: 'erp' },
};

/** Polls as fast as it can, on a connection of its own. */
async function follow(store: Store, seen: ChangeEvent[], isWriting: () => boolean): Promise<void> {
  let cursor = 0;
  for (;;) {
    const last = !isWriting();
    const page = await store.backoffice.changes({ since: cursor, limit: 1000 });
    for (const event of page.events) await expectReadable(store, event);
    seen.push(...page.events);
    cursor = page.cursor;
    if (last && !page.more) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function expectReadable({ backoffice }: Store, { entity, key }: ChangeEvent): Promise<void> {
  if (entity === 'product') expect((await backoffice.product(key))?.reference).toBe(key);
}

/** What one process does: products one by one, customers of the shop between bulk messages, price lists. */
async function writeAll({ shop, backoffice }: Store, writer: number): Promise<void> {
  const times = async (count: number, work: (index: number) => Promise<unknown>) => {
    for (let index = 0; index < count; index += 1) await work(index);
  };
  const product = (index: number) =>
    shop.saveProduct({ reference: `P${writer}-${index}`, fields: {} }, 'add_product');
  const customers = (round: number) =>
    Array.from({ length: 100 }, (_, index) => ({
      code: `C${index}`,
      fields: { [writer === 0 ? 'phone' : 'fax']: String(round) },
    }));
  const rules = (round: number) =>
    Array.from({ length: 200 }, (_, index) =>
      priceRule({
        rule: `TF${writer}-${index % 10}`,
        reference: `R${index}`,
        value: decimal(String(round)),
      }),
    );
  await Promise.all([
    times(40, product),
    times(40, (index) => product(index + 40)),
    times(20, (index) => backoffice.saveShopCustomer(shopCustomer(`s${writer}-${index}`))),
    times(6, (round) => shop.saveCustomers(message(customers(round)))),
    times(6, (round) => shop.savePriceRules(message({ rules: rules(round), keep: [] }), 'merge')),
  ]);
}

function countsOf(events: readonly ChangeEvent[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(events, ({ entity, operation }) => `${entity} ${operation}`);
  return Object.fromEntries([...groups].map(([name, group]) => [name, group.length]));
}
