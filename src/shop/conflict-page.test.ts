import { expect, test } from 'vitest';
import type { PriceConflict } from '../domain/pricing/conflicts.ts';
import { readConflictPage, wholePlaces } from './conflict-page.ts';
import type { ConflictPage, Quotes } from './quotes.ts';

const at = (reference: string, customer = ''): PriceConflict => ({ reference, customer, rules: [] });

/** Rules of which only the last page has a contradiction. */
const quotes: Pick<Quotes, 'priceConflicts'> = {
  async *priceConflicts(after): AsyncGenerator<ConflictPage> {
    for (let page = Number(after?.reference ?? 0) + 1; page <= 50; page += 1) {
      const done = { reference: String(page), customer: '' };
      yield { rules: 1000, conflicts: page === 50 ? [at('50'), at('50')] : [], done };
    }
  },
};

test.each([
  [0, []],
  [1, ['A', 'A']],
  [2, ['A', 'A']],
  [3, ['A', 'A', 'A1']],
  [4, ['A', 'A', 'A1', 'B']],
  [Number.POSITIVE_INFINITY, ['A', 'A', 'A1', 'B']],
])('%d wanted: those of one place stay together', (wanted, expected) => {
  const conflicts = [at('A'), at('A'), at('A', '1'), at('B')];
  const taken = wholePlaces(conflicts, wanted);
  expect(taken.map(({ reference, customer }) => reference + customer)).toEqual(expected);
});

test('a page ends after very many rules, and the next one goes on behind them', async () => {
  const whole = { ...quotes, quote: () => Promise.reject(new Error('not asked')) };
  const first = await readConflictPage(whole, { limit: 5, after: undefined });
  expect(first).toEqual({ conflicts: [], next: { reference: '20', customer: '' } });
  const second = await readConflictPage(whole, { limit: 5, after: first.next });
  const third = await readConflictPage(whole, { limit: 5, after: second.next });
  expect(third).toEqual({ conflicts: [at('50'), at('50')], next: undefined });
});
