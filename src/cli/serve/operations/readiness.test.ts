import { expect, test } from 'vitest';
import { fail } from '../../../domain/error.ts';
import { createReadiness } from './readiness.ts';

const answering = { name: 'well', probe: async () => undefined };
const hanging = { name: 'hung', probe: () => new Promise(() => {}) };
const refusing = { name: 'away', probe: () => Promise.reject(fail('store_unavailable')) };

test('names the shops that refuse or do not answer in time', async () => {
  const readiness = createReadiness({ shops: [answering, hanging, refusing], timeoutMs: 20 });
  expect(await readiness.failing()).toEqual(['hung', 'away']);
});

test('however often it is asked, a shop is probed once in its time, and again after', async () => {
  let probes = 0;
  const counted = { name: 'shop', probe: async () => ++probes };
  const readiness = createReadiness({ shops: [counted], freshMs: 50 });
  await Promise.all(Array.from({ length: 100 }, () => readiness.failing()));
  expect(probes).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await readiness.failing()).toEqual([]);
  expect(probes).toBe(2);
});

test('a probe that hangs is joined by no second one, and its late answer counts', async () => {
  const answer = Promise.withResolvers<void>();
  let probes = 0;
  const slow = {
    name: 'slow',
    probe() {
      probes++;
      return answer.promise;
    },
  };
  const readiness = createReadiness({ shops: [slow], timeoutMs: 5, freshMs: 0 });
  expect(await readiness.failing()).toEqual(['slow']);
  expect(await readiness.failing()).toEqual(['slow']);
  expect(probes).toBe(1);
  answer.resolve();
  await answer.promise;
  expect(await readiness.failing()).toEqual([]);
});
