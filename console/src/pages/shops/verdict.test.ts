import { expect, test } from 'vitest';
import { verdictOf } from './verdict.ts';

const run = (errors: number) => ({ id: 'r', endedAt: '2026-01-01T00:00:00Z', exchanges: 4, errors });

test.each([
  ['away', { isAway: true }],
  ['alerts', { lastRun: run(0), alerts: 1 }],
  ['errors', { lastRun: run(1), alerts: 0 }],
  ['never', { orders: 3 }],
  ['well', { lastRun: run(0), alerts: 0 }],
] as const)('the worst that is known of a shop: %s', (word, state) => {
  expect(verdictOf({ name: 'a', ...state }).word).toBe(word);
});
