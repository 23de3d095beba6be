import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Receiver, type Respond, startReceiver } from '../../test/support/receiver.ts';
import { fail } from '../domain/error.ts';
import type { Delivery, DisabledBecause, WebhookParts } from '../shop/webhooks.ts';
import { decimal } from '../testing/contract/samples.ts';
import { createMemoryShop, type MemoryShop } from '../testing/memory-shop.ts';
import { createAddressRules } from './addresses.ts';
import { type Dispatcher, type DispatcherOptions, startDispatcher } from './dispatcher.ts';
import { createWebhook, reviseWebhook, rotateSecret } from './manage.ts';
import { createSender, type Sender } from './send.ts';

const RANGES = ['127.0.0.1'];
/** Hours in seconds. */
const HASTE = 20_000;
const START = Date.now();
const hasty = (): Date => new Date(START + (Date.now() - START) * HASTE);

let memory: MemoryShop;
let sender: Sender;
let endings: (() => Promise<unknown>)[];
let noted: Delivery[];
let disabled: DisabledBecause[];
let missed: number;
let failures: unknown[];

beforeEach(() => {
  memory = createMemoryShop();
  sender = createSender({ rules: createAddressRules(RANGES), timeoutMs: 5000, userAgent: 'test' });
  endings = [];
  noted = [];
  disabled = [];
  missed = 0;
  failures = [];
});
afterEach(async () => {
  for (const end of endings.toReversed()) await end();
  sender.close();
});

function dispatch(options: Partial<DispatcherOptions> = {}): Dispatcher {
  const dispatcher = startDispatcher({
    parts: () => memory.webhooks,
    sender,
    events: {
      onDelivery: (delivery) => noted.push(delivery),
      onDisabled: (_, because) => disabled.push(because),
      onMissed: (_, count) => {
        missed += count;
      },
      onFailure: (error) => failures.push(error),
    },
    disableAfterMs: 5 * 24 * 3_600_000,
    pollMs: 10,
    ...options,
  });
  endings.push(() => dispatcher.stop(0));
  return dispatcher;
}

async function receive(respond?: Respond, secrets?: () => readonly string[]): Promise<Receiver> {
  const receiver = await startReceiver(secrets, respond);
  endings.push(receiver.close);
  return receiver;
}

const add = (receiver: Receiver) =>
  createWebhook(
    memory.webhooks,
    { url: receiver.url, label: '', kinds: [] },
    { ranges: RANGES, now: new Date() },
  );

const save = (reference: string, stock: number) =>
  memory.shop.saveProduct({ reference, fields: { stock: decimal(String(stock)) } }, 'add_product');

const saveAll = async (references: string, rounds: number): Promise<void> => {
  for (let round = 1; round <= rounds; round += 1)
    for (const reference of references) await save(reference, round);
};

const until = (check: () => unknown) => vi.waitFor(check, { timeout: 50_000, interval: 10 });

const sequences = ({ received }: Receiver, record?: string): readonly (number | undefined)[] =>
  received
    .filter((message) => record === undefined || message.record === record)
    .map(({ sequence }) => sequence);

const waiting = async (): Promise<number> => (await memory.webhooks.webhooks())[0]?.waiting ?? -1;

describe('events', () => {
  test('come signed, each once, those of one record in their order', async () => {
    let secret = '';
    const receiver = await receive(undefined, () => [secret]);
    ({ secret } = await add(receiver));
    dispatch();
    await saveAll('ABCDE', 20);
    await until(() => expect(receiver.received.length).toBe(100));
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(100);
    expect(receiver.received.every(({ status }) => status === 204)).toBe(true);
    for (const record of 'ABCDE')
      expect(sequences(receiver, `product ${record}`)).toEqual(
        sequences(receiver, `product ${record}`).toSorted((a = 0, b = 0) => a - b),
      );
    await until(async () => expect(await waiting()).toBe(0));
  });

  test('of a record that fails wait for each other; the others go on', async () => {
    let broken = true;
    const receiver = await receive(({ record }) => (broken && record === 'product A' ? 500 : 204));
    await add(receiver);
    await saveAll('AB', 5);
    dispatch({ now: hasty });
    await until(() => expect(sequences(receiver, 'product B').length).toBe(5));
    await until(() => expect(sequences(receiver, 'product A').length).toBeGreaterThan(2));
    expect(new Set(sequences(receiver, 'product A'))).toEqual(new Set([1]));
    broken = false;
    await until(() => expect(receiver.received.filter(({ status }) => status === 204).length).toBe(10));
    const delivered = receiver.received.filter(
      ({ status, record }) => status === 204 && record === 'product A',
    );
    expect(delivered.map(({ sequence }) => sequence)).toEqual([1, 3, 5, 7, 9]);
    // Every attempt at one event is the same message.
    const first = receiver.received.filter(({ sequence }) => sequence === 1);
    expect(new Set(first.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
  });

  test('are given up after nine attempts, and sent again when that is asked for', async () => {
    let broken = true;
    const receiver = await receive(() => (broken ? 500 : 200));
    const { id } = await add(receiver);
    await save('A', 1);
    await save('A', 2);
    dispatch({ now: hasty, disableAfterMs: Number.POSITIVE_INFINITY });
    await until(() => expect(noted.filter(({ outcome }) => outcome === 'gave_up').length).toBe(2));
    expect(sequences(receiver)).toEqual([...Array(9).fill(1), ...Array(9).fill(2)]);
    expect(noted[0]).toMatchObject({ attempt: 1, outcome: 'failed', status: 500, answer: 'answer 500' });
    broken = false;
    expect(await memory.webhooks.resend(id, { failed: true }, hasty().toISOString())).toBe(2);
    await until(() => expect(sequences(receiver).slice(18)).toEqual([1, 2]));
    const again = receiver.received.filter(({ sequence }) => sequence === 1);
    expect(new Set(again.map(({ id: event }) => event)).size).toBe(1);
  });

  test('go to one address a few at a time, and one at a time to one that fails', async () => {
    let under = 0;
    let most = 0;
    let status = 204;
    const counted: Sender = {
      close: sender.close,
      async send() {
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setTimeout(resolve, 5));
        under -= 1;
        return { status, durationMs: 1 };
      },
    };
    await add(await receive());
    await saveAll('ABCDEFGHIJKLMNOP', 3);
    dispatch({ concurrency: 4, sender: counted, now: hasty });
    await until(() => expect(noted.length).toBe(48));
    expect(most).toBe(4);
    status = 500;
    await saveAll('ABCDEFGHIJKLMNOP', 4);
    await until(() => expect(noted.length).toBeGreaterThan(60));
    most = 0;
    await until(() => expect(noted.length).toBeGreaterThan(90));
    expect(most).toBe(1);
  });

  test('that the feed dropped before they were taken in are told as missed', async () => {
    const receiver = await receive();
    await add(receiver);
    await saveAll('ABCD', 1);
    await memory.changeFeed.pruneChanges({ maxAgeDays: 1, maxEvents: 1 });
    dispatch();
    await until(() => expect(receiver.received.length).toBe(1));
    expect(missed).toBe(3);
  });
});

describe('an address', () => {
  test('that fails for days is disabled and told of, and goes on where it stopped when it is enabled', async () => {
    let broken = true;
    const receiver = await receive(() => (broken ? 503 : 204));
    const { id } = await add(receiver);
    await saveAll('ABC', 2);
    dispatch({ now: hasty, disableAfterMs: 3 * 3_600_000 });
    await until(() => expect(disabled).toEqual(['failing']));
    const attempts = receiver.received.length;
    const [webhook] = await memory.webhooks.webhooks();
    expect([webhook?.disabledBecause, webhook?.waiting]).toEqual(['failing', 6]);
    await save('D', 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(receiver.received.length).toBe(attempts);
    broken = false;
    await reviseWebhook(memory.webhooks, id, { enabled: true }, { ranges: [], now: new Date() });
    await until(() => expect(receiver.received.filter(({ status }) => status === 204).length).toBe(7));
    expect(await waiting()).toBe(0);
  });

  test('that says it is gone is disabled at once', async () => {
    const receiver = await receive(() => 410);
    await add(receiver);
    await saveAll('ABC', 3);
    dispatch({ concurrency: 1 });
    await until(() => expect(disabled).toEqual(['gone']));
    expect(receiver.received.length).toBe(1);
  });

  test('that is removed gets nothing more', async () => {
    const receiver = await receive();
    const { id } = await add(receiver);
    dispatch();
    await save('A', 1);
    await until(() => expect(receiver.received.length).toBe(1));
    await memory.webhooks.removeWebhook(id);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await save('A', 2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(receiver.received.length).toBe(1);
    expect(failures).toEqual([]);
  });

  test('has its messages signed with both secrets while one is replaced', async () => {
    const secrets: string[] = [];
    const receiver = await receive(undefined, () => secrets);
    const { id, secret } = await add(receiver);
    dispatch();
    await rotateSecret(memory.webhooks, id, { overlapHours: 1, now: new Date() });
    // The receiver still knows the old one only.
    secrets.push(secret);
    await save('A', 1);
    await until(() => expect(receiver.received).toMatchObject([{ status: 204 }]));
  });
});

describe('the dispatcher', () => {
  test('when it is stopped, ends what is under way and sends nothing new', async () => {
    const answered = Promise.withResolvers<void>();
    const receiver = await receive();
    const slow = await startReceiver(undefined, () => 204);
    endings.push(slow.close);
    await add(receiver);
    const held: Sender = {
      close: sender.close,
      async send(...parameters) {
        await answered.promise;
        return sender.send(...parameters);
      },
    };
    const dispatcher = dispatch({ sender: held, concurrency: 2 });
    await saveAll('ABCDEF', 1);
    await until(async () => expect(await waiting()).toBe(6));
    const stopped = dispatcher.stop(20_000);
    answered.resolve();
    await stopped;
    expect(receiver.received.length).toBeLessThanOrEqual(2);
    expect(await waiting()).toBe(6 - receiver.received.length);
    dispatch();
    await until(() => expect(receiver.received.length).toBe(6));
  });

  test('leaves what does not end in time to whoever delivers next', async () => {
    let silent = true;
    const receiver = await receive(() => (silent ? undefined : 204));
    await add(receiver);
    await save('A', 1);
    const dispatcher = dispatch();
    await until(async () => expect(await waiting()).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await dispatcher.stop(50);
    expect([await waiting(), noted]).toEqual([1, []]);
    silent = false;
    dispatch();
    await until(() => expect(receiver.received).toMatchObject([{ sequence: 1, status: 204 }]));
  });

  test('delivers alone; another takes over when it stops, and when it does not answer any more', async () => {
    const receiver = await receive();
    await add(receiver);
    const options = { leaseMs: 1500 };
    const first = dispatch(options);
    let isDead = false;
    dispatch({
      ...options,
      parts: () => {
        if (isDead) throw fail('store_unavailable');
        return memory.webhooks;
      },
    });
    for (let round = 1; round <= 10; round += 1) {
      for (const reference of 'AB') await save(reference, round);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await until(() => expect(receiver.received.length).toBe(20));
    await until(async () => expect(await waiting()).toBe(0));
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(20);
    await first.stop(1000);
    await save('C', 1);
    await until(() => expect(receiver.received.length).toBe(21));
    dispatch(options);
    isDead = true;
    await save('C', 2);
    // What the dead one had sent without noting it may come twice.
    await until(() => expect(new Set(sequences(receiver, 'product C')).size).toBe(2));
  });

  test('tells of a store that fails, and loses nothing by it', async () => {
    const receiver = await receive();
    await add(receiver);
    let refusals = 3;
    const unsteady: WebhookParts = {
      ...memory.webhooks,
      async settle(...parameters) {
        refusals -= 1;
        if (refusals >= 0) throw fail('store_unavailable');
        await memory.webhooks.settle(...parameters);
      },
    };
    dispatch({ parts: () => unsteady });
    await saveAll('ABC', 2);
    await until(() => expect(failures.length).toBe(3));
    await until(() => expect(receiver.received.length).toBe(6));
    await until(async () => expect(await waiting()).toBe(0));
  });

  test('waits for a shop that is not open yet', async () => {
    const receiver = await receive();
    await add(receiver);
    await save('A', 1);
    let isOpen = false;
    dispatch({ parts: () => (isOpen ? memory.webhooks : undefined) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(receiver.received).toEqual([]);
    isOpen = true;
    await until(() => expect(receiver.received.length).toBe(1));
  });
});
