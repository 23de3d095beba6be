import { expect, test } from 'vitest';
import { probePause, RETRY_SECONDS, retryDelay } from './schedule.ts';

const HOUR = 3_600_000;

test('nine attempts take about a day, with the least and with the most jitter', () => {
  for (const [random, least, most] of [
    [0, 21, 23],
    [0.5, 27, 28],
    [0.999_999, 33, 34],
  ] as const) {
    const delays = RETRY_SECONDS.map((_, index) => retryDelay({ attempt: index + 1 }, () => random) ?? 0);
    const hours = delays.reduce((sum, delay) => sum + delay, 0) / HOUR;
    expect(hours).toBeGreaterThan(least);
    expect(hours).toBeLessThan(most);
  }
  expect(retryDelay({ attempt: RETRY_SECONDS.length + 1 }, Math.random)).toBeUndefined();
});

test('a receiver may ask for more time, within an hour; never for less', () => {
  const delay = (retryAfterMs: number) => retryDelay({ attempt: 1, retryAfterMs }, () => 0.5);
  expect(delay(30_000)).toBe(30_000);
  expect(delay(1)).toBe(5000);
  expect(delay(100 * HOUR)).toBe(HOUR);
});

test('an address that fails is probed ever less often, once a minute at least', () => {
  expect([0, 4, 5, 6, 10, 11, 1000].map(probePause)).toEqual([0, 0, 1000, 2000, 32_000, 60_000, 60_000]);
});
