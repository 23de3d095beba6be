import { expect, it } from 'vitest';
import { notRunRow, ratioRow, verdictOf } from './rows.ts';

const named = { bench: 'b', work: 'w' };

it('judges a goal to reach and a goal to stay below, the limit included', () => {
  expect(verdictOf({ figure: 0.6, goal: { atLeast: 0.6 } })).toBe('OK');
  expect(verdictOf({ figure: 0.599, goal: { atLeast: 0.6 } })).toBe('short');
  expect(verdictOf({ figure: 1.5, goal: { atMost: 1.5 } })).toBe('OK');
  expect(verdictOf({ figure: 1.501, goal: { atMost: 1.5 } })).toBe('short');
});

it('never takes for reached what was not measured', () => {
  expect(verdictOf(notRunRow(named, 'sqlite3 is not installed', { atLeast: 0.5 }))).toBe('not run');
  expect(verdictOf({ figure: Number.NaN, goal: { atMost: 150 } })).toBe('not run');
  expect(verdictOf({ figure: 3 })).toBe('');
});

it('divides ours by the reference', () => {
  const row = ratioRow({ ...named, ours: 3000, reference: 4000, measure: 'req/s', goal: { atLeast: 0.6 } });
  expect(row).toMatchObject({ figure: 0.75, ours: '3,000 req/s', reference: '4,000 req/s' });
  expect(verdictOf(row)).toBe('OK');
});
