import { expect, it } from 'vitest';
import { formatReport } from './report.ts';
import { boundRow, ratioRow, remarkRow } from './rows.ts';

it('prints each figure beside its goal, and what falls short as such', () => {
  const report = formatReport([
    ratioRow({
      bench: 'xml',
      work: 'read',
      ours: 60,
      reference: 100,
      measure: 'MB/s',
      goal: { atLeast: 0.7 },
    }),
    boundRow({ bench: 'list', work: 'memory', figure: 12, unit: 'MB', goal: { atMost: 50 } }),
    remarkRow({ bench: 'list', work: 'first call' }, '12 ms'),
  ]);
  expect(report.split('\n')).toEqual([
    '| bench | work       | ours    | reference | ratio | goal    |       |',
    '|-------|------------|---------|-----------|-------|---------|-------|',
    '| xml   | read       | 60 MB/s | 100 MB/s  | 0.6×  | ≥ 0.7×  | short |',
    '| list  | memory     | 12 MB   |           |       | ≤ 50 MB | OK    |',
    '| list  | first call | 12 ms   |           |       |         |       |',
  ]);
});
