import { expect, test } from 'vitest';
import { fail } from '../../../domain/error.ts';
import { shopState } from './shop-state.ts';

test('a shop whose store is away, or broken, is told as such; only what is broken is a failure', async () => {
  const failures: unknown[] = [];
  const stateOf = (error: Error) =>
    shopState(
      {
        name: 'a',
        opened: () => {
          throw error;
        },
      },
      (failure) => failures.push(failure),
    );
  expect(await stateOf(fail('store_unavailable'))).toEqual({ name: 'a', isAway: true });
  expect(failures).toEqual([]);
  const broken = new Error('database is not open');
  expect(await stateOf(broken)).toEqual({ name: 'a', isAway: true });
  expect(failures).toEqual([broken]);
});
