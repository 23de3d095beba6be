import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createInFlight } from './in-flight.ts';

test('works run together up to the number, those of one key in their order', async () => {
  const flight = createInFlight(3);
  const log: string[] = [];
  let now = 0;
  let most = 0;
  for (const [index, key] of ['a', 'b', 'a', 'c', 'a', 'b'].entries()) {
    await flight.add(key, async () => {
      most = Math.max(most, ++now);
      await sleep(6 - index);
      log.push(`${key}${index}`);
      now--;
    });
  }
  await flight.settled();
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(3);
  expect(log.filter((entry) => entry.startsWith('a'))).toEqual(['a0', 'a2', 'a4']);
  expect(log).toHaveLength(6);
});

test('a work that rejects stops what follows, and its error comes out', async () => {
  const flight = createInFlight(1);
  await flight.add('a', () => Promise.reject(new Error('full')));
  const ran: string[] = [];
  const later = async (): Promise<void> => {
    await flight.add('b', async () => void ran.push('b'));
    await flight.settled();
  };
  await expect(later()).rejects.toThrow('full');
  expect(ran).toEqual([]);
});
