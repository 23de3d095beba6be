import { expect, it } from 'vitest';
import { median, quantile, summaryOf } from './statistics.ts';

it('takes the middle of an odd count, the mean of the middle two of an even one', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 2, 4])).toBe(3);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

it('orders numbers by size, not by their digits', () => expect(median([100, 9, 20])).toBe(20));

it('takes the nearest rank: one slow call of twenty is beyond p95, two are not', () => {
  const calls = (slow: number) => [...Array(20 - slow).fill(1), ...Array(slow).fill(50)];
  expect(quantile(calls(1), 0.95)).toBe(1);
  expect(quantile(calls(2), 0.95)).toBe(50);
  expect(summaryOf(calls(1))).toEqual({ count: 20, p50: 1, p95: 1, max: 50 });
  expect(quantile([3, 4], 0)).toBe(3);
});
