import { expect, test } from 'vitest';
import { createRemembered } from './remembered.ts';

test('what is read is remembered for a minute, and read anew for what is not in it', async () => {
  let time = 0;
  let stored = ['a'];
  let reads = 0;
  const remembered = createRemembered(
    async (_: undefined) => {
      reads += 1;
      return stored;
    },
    () => time,
  );
  const has = (name: string) => remembered.find(undefined, (all) => all.find((one) => one === name));
  expect([await has('a'), await has('a'), reads]).toEqual(['a', 'a', 1]);
  stored = ['a', 'b'];
  expect([await has('b'), await has('a'), reads]).toEqual(['b', 'a', 2]);
  stored = [];
  expect([await has('a'), await remembered.get(undefined), reads]).toEqual(['a', ['a', 'b'], 2]);
  time = 60_001;
  expect([await has('a'), await remembered.get(undefined)]).toEqual([undefined, []]);
});
