import { expect, test } from 'vitest';
import { HOURS, hoursOf, summaryOf, tonesOf, worstOf } from './summary.ts';

const run = (at: string, refused = 0) => ({
  at,
  exchanges: 5 + refused,
  resources: { update_product: { success: 2, unchanged: 2, refused }, add_customer: { partly: 1 } },
  records: 10,
  unchanged: 4,
});

test('outcomes are success, alert or error', () => {
  expect(tonesOf(run('2026-11-28T10:00:00Z', 3))).toEqual({ ok: 4, alert: 1, error: 3 });
  expect(worstOf({ ok: 9, alert: 1, error: 0 })).toBe('alert');
  expect(worstOf({ ok: 0, alert: 0, error: 0 })).toBe('ok');
});

test('each run counts in the hour in which it began, the present one is the last', () => {
  const now = Date.parse('2026-11-28T12:30:00Z');
  const runs = [run('2026-11-28T12:29:00Z', 1), run('2026-11-28T11:59:59Z'), run('2026-11-26T12:59:00Z')];
  const hours = hoursOf(runs, now);
  expect(hours).toHaveLength(HOURS);
  expect(hours.at(-1)).toEqual({
    from: Date.parse('2026-11-28T12:00:00Z'),
    runs: 1,
    counts: { ok: 4, alert: 1, error: 1 },
  });
  expect(hours.at(-2)?.runs).toBe(1);
  expect(hours.reduce((sum, { runs: count }) => sum + count, 0)).toBe(2);
  expect(summaryOf(runs)).toEqual({ counts: { ok: 12, alert: 3, error: 1 }, records: 30, unchanged: 12 });
});
