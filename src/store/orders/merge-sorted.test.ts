import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSorted } from './merge-sorted.ts';

async function* pages(all: readonly (readonly number[])[]): AsyncGenerator<readonly number[]> {
  yield* all;
}

it('gives every item once, in order, and no empty page, whatever the pages', async () => {
  const list = fc
    .tuple(fc.array(fc.nat(50), { maxLength: 20 }), fc.integer({ min: 1, max: 5 }))
    .map(([numbers, size]) => {
      const sorted = numbers.sort((a, b) => a - b);
      return Array.from({ length: Math.ceil(sorted.length / size) }, (_, page) =>
        sorted.slice(page * size, (page + 1) * size),
      );
    });
  await fc.assert(
    fc.asyncProperty(fc.array(list, { maxLength: 5 }), async (lists) => {
      const merged: number[] = [];
      for await (const page of mergeSorted(lists.map(pages), (a, b) => a < b)) {
        expect(page.length).toBeGreaterThan(0);
        merged.push(...page);
      }
      expect(merged).toEqual(lists.flat(2).sort((a, b) => a - b));
    }),
  );
});
