import { expect, test } from 'vitest';
import { PROFILES } from './profiles.ts';

test('errors are HTTP 200, but for the official samples', () => {
  expect(Object.entries(PROFILES).map(([name, { errorStatus }]) => [name, errorStatus])).toEqual([
    ['v3', 200],
    ['kit-2015', 200],
    ['samples', 400],
  ]);
});
