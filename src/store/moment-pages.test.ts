import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Place, readByMoment } from './moment-pages.ts';

it('gives every row after the start once, in order, however many share a moment', async () => {
  const row = fc.record({ moment: fc.constantFrom('a', 'b', 'c'), key: fc.integer({ min: 1, max: 99 }) });
  const rows = fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 40 });
  const start = fc.record({
    moment: fc.constantFrom('', 'a', 'b', 'd'),
    key: fc.integer({ min: 0, max: 99 }),
  });
  await fc.assert(
    fc.asyncProperty(rows, start, fc.integer({ min: 1, max: 5 }), async (all, from, size) => {
      const sorted = [...all].sort((a, b) =>
        a.moment === b.moment ? a.key - b.key : a.moment < b.moment ? -1 : 1,
      );
      const read: Place[] = [];
      const pages = readByMoment<Place>(
        {
          same: async ({ moment, key }) =>
            sorted.filter((one) => one.moment === moment && one.key > key).slice(0, size),
          later: async (moment) => sorted.filter((one) => one.moment > moment).slice(0, size),
          placeOf: (one) => one,
        },
        from,
      );
      for await (const page of pages) read.push(...page);
      expect(read).toEqual(
        sorted.filter(
          ({ moment, key }) => moment > from.moment || (moment === from.moment && key > from.key),
        ),
      );
    }),
  );
});
