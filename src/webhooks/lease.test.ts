import { expect, test } from 'vitest';
import { createMemoryShop } from '../testing/memory-shop.ts';
import { createLeaseHolder } from './lease.ts';

const LEASE_MS = 900;

/** Two who want one lease, each with a clock of his own that shows another time. */
function two() {
  const { webhooks } = createMemoryShop();
  let time = 0;
  const holder = (owner: string, offset: number) =>
    createLeaseHolder({ name: 'l', owner, leaseMs: LEASE_MS, now: () => time + offset });
  return {
    webhooks,
    a: holder('a', 0),
    b: holder('b', 1e9),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

test('who renews in time keeps it; who watches never has it at the same time', async () => {
  const { webhooks, a, b, pass } = two();
  for (let step = 0; step < 100; step += 1) {
    expect(await a.renew(webhooks)).toBe(true);
    expect(await b.renew(webhooks)).toBe(false);
    pass(LEASE_MS / 3);
  }
});

test('who stops renewing loses it by his own clock before anybody takes it', async () => {
  const { webhooks, a, b, pass } = two();
  await a.renew(webhooks);
  let taken = 0;
  for (; taken < 100 && !(await b.renew(webhooks)); taken += 1) {
    pass(100);
  }
  expect(taken).toBeGreaterThanOrEqual(LEASE_MS / 100);
  expect(a.isHeld()).toBe(false);
  expect(await a.renew(webhooks)).toBe(false);
});

test('who frees it lets the next one in at once', async () => {
  const { webhooks, a, b, pass } = two();
  await a.renew(webhooks);
  expect(await b.renew(webhooks)).toBe(false);
  await a.release(webhooks);
  expect(a.isHeld()).toBe(false);
  pass(LEASE_MS / 3);
  expect(await b.renew(webhooks)).toBe(true);
  await a.release(webhooks);
  expect(b.isHeld()).toBe(true);
});
