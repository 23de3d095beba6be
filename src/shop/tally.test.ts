import { expect, test } from 'vitest';
import { problem } from '../domain/problem.ts';
import { createBulkTally, createCollector, MOST_KEPT } from './tally.ts';

const warning = (record: string) => problem('already_exists', { entity: 'product', record });

test('all problems are counted, the first hundred kept, wherever they come from', () => {
  const found = createCollector();
  found.add(warning('first'));
  found.addAll({ count: 1000, kept: Array.from({ length: MOST_KEPT }, (_, index) => warning(`${index}`)) });
  found.add(warning('late'));
  expect(found.count).toBe(1002);
  expect(found.kept.map(({ record }) => record)).toEqual([
    'first',
    ...Array.from({ length: MOST_KEPT - 1 }, (_, index) => `${index}`),
  ]);
});

test('a bulk message’s result is what was counted', () => {
  const tally = createBulkTally();
  tally.count('created');
  tally.count('updated', 2);
  tally.retire(3);
  tally.refused.add(warning('A'));
  tally.warnings.addAll({ count: 5, kept: [warning('B')] });
  expect(tally.result()).toEqual({
    created: 1,
    updated: 2,
    unchanged: 0,
    retired: 3,
    refused: [warning('A')],
    refusedCount: 1,
    warnings: [warning('B')],
    warningCount: 5,
  });
});
