import { expect, it } from 'vitest';
import { takeTurns } from './rounds.ts';

it('takes turns, drops the first round and gives medians', async () => {
  const order: string[] = [];
  const contestant = (name: string, figures: readonly number[]) => {
    let turn = 0;
    return async () => {
      order.push(name);
      return figures[turn++] ?? Number.NaN;
    };
  };
  const medians = await takeTurns(
    { ours: contestant('ours', [1000, 5, 1, 3]), reference: contestant('reference', [1, 10, 30, 20]) },
    { rounds: 3, onRound: () => undefined },
  );
  expect(medians).toEqual({ ours: 3, reference: 20 });
  expect(order.join(' ')).toBe('ours reference ours reference ours reference ours reference');
});
