import { expect, it } from 'vitest';
import { createSeenFilter } from './seen-filter.ts';

it('never overlooks a text that was there before', () => {
  const filter = createSeenFilter();
  const keys = Array.from({ length: 20_000 }, (_, index) => ['P', `${index}`, '']);
  for (const key of keys) filter.seen(key);
  expect(keys.every((key) => filter.seen(key))).toBe(true);
});

it('hardly ever takes a new text for one that was there', () => {
  const filter = createSeenFilter();
  let mistaken = 0;
  for (let index = 0; index < 200_000; index += 1)
    if (filter.seen(['TF00002', `7412AG${index}`])) mistaken += 1;
  expect(mistaken).toBeLessThan(3);
});

it('tells texts apart by where they end', () => {
  const filter = createSeenFilter();
  filter.seen(['ab', 'c']);
  expect(filter.seen(['a', 'bc'])).toBe(false);
});
