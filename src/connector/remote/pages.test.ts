import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slice } from '../../domain/slice.ts';
import { readPages } from './pages.ts';

const items = (length: number) =>
  Array.from({ length }, (_, index) => ({ id: String(index), reference: `R${index}` }));
type Items = ReturnType<typeof items>;
const sliceOf = (list: Items, { start, count = list.length }: Slice, cap = count): Items =>
  list.slice(start, start + Math.min(count, cap));

/** How shops differ in what they take a slice for. */
const SHOPS = {
  'heeds it': sliceOf,
  'answers everything each time': (list) => list,
  'never gives more than seven': (list, slice) => sliceOf(list, slice, 7),
  'heeds the count alone': (list, { count }) => list.slice(0, count ?? list.length),
  'has no order of its own': (list, { start }) =>
    [...list].sort((a, b) => ((Number(a.id) * 7 + start) % 11) - ((Number(b.id) * 7 + start) % 11)),
} as const satisfies Record<string, (list: Items, slice: Slice) => Items>;

async function read(
  list: Items,
  shop: (list: Items, slice: Slice) => Items,
  { slice = { start: 0 }, pageSize = 10 } = {},
) {
  let calls = 0;
  const ask = async (asked: Slice) => {
    calls += 1;
    if (calls > 100) throw new Error('asks without end');
    return shop(list, asked);
  };
  const got = (await Array.fromAsync(readPages(ask, slice, pageSize))).flat();
  return { got, calls };
}

describe('a long list', () => {
  it.each(Object.entries(SHOPS))('of a shop that %s is read whole, each item once', async (_, shop) => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 45 }), async (length) => {
        const { got } = await read(items(length), shop);
        expect([...got].sort((a, b) => Number(a.id) - Number(b.id))).toEqual(items(length));
      }),
    );
  });

  it('costs a shop that heeds `limit` no call too many', async () => {
    expect((await read(items(0), sliceOf)).calls).toBe(1);
    expect((await read(items(3), sliceOf)).calls).toBe(2);
    expect((await read(items(23), sliceOf)).calls).toBe(3);
    expect((await read(items(20), sliceOf)).calls).toBe(3);
  });

  it('is asked for once where everything comes at once', async () => {
    expect((await read(items(11), SHOPS['answers everything each time'])).calls).toBe(1);
  });

  it('gives a slice of it, also where everything comes', async () => {
    const slice = { start: 5, count: 12 };
    for (const shop of [
      sliceOf,
      SHOPS['answers everything each time'],
      SHOPS['never gives more than seven'],
    ]) {
      expect((await read(items(40), shop, { slice })).got).toEqual(items(40).slice(5, 17));
    }
  });
});
