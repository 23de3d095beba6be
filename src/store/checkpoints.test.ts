import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCheckpoints, STRIDE } from './checkpoints.ts';

/** A list whose ids have gaps; `version` is bumped whenever one is taken out. */
function createList(length: number) {
  const ids = Array.from({ length }, (_, index) => (index + 1) * 3);
  const state = { version: 0, skipped: 0 };
  const checkpoints = createCheckpoints({
    version: async () => state.version,
    skip: async (id, count) => {
      state.skipped += count;
      const after = ids.findIndex((other) => other > id);
      return after < 0 ? undefined : ids[after + count - 1];
    },
  });
  const idBefore = async (start: number): Promise<number | undefined> => {
    await checkpoints.version();
    return checkpoints.idBefore(start);
  };
  return { ids, state, checkpoints, idBefore };
}

test('the id before any position is found, and beyond the end there is none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 3 * STRIDE }),
      fc.array(fc.integer({ min: 0, max: 4 * STRIDE }), { maxLength: 10 }),
      async (length, starts) => {
        const { ids, idBefore } = createList(length);
        for (const start of starts) {
          expect(await idBefore(start)).toBe(start === 0 ? 0 : ids[start - 1]);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('what was walked once is not walked again', async () => {
  const { state, idBefore } = createList(10 * STRIDE);
  await idBefore(9 * STRIDE + 5);
  state.skipped = 0;
  await idBefore(8 * STRIDE + 7);
  expect(state.skipped).toBe(7);
});

test('the end of a page that was served costs nothing', async () => {
  const { ids, state, checkpoints, idBefore } = createList(2 * STRIDE);
  const version = await checkpoints.version();
  checkpoints.remember(777, ids[776] ?? 0, version);
  expect(await idBefore(777)).toBe(ids[776]);
  expect(state.skipped).toBe(0);
});

test('a changed list is walked anew, and a page of the old one is not remembered', async () => {
  const { ids, state, checkpoints, idBefore } = createList(2 * STRIDE);
  const old = await checkpoints.version();
  await idBefore(STRIDE + 1);
  ids.splice(3, 1);
  state.version += 1;
  expect(await idBefore(STRIDE + 1)).toBe(ids[STRIDE]);
  checkpoints.remember(500, 1, old);
  expect(await idBefore(500)).toBe(ids[499]);
});
