import { expect, it } from 'vitest';
import { decorate } from '../shop/decorate.ts';
import type { Shop } from '../shop/shop.ts';
import { decoratorChecks } from './decorator/checks.ts';

async function noticed(decorated: (inner: Shop) => Shop): Promise<readonly string[]> {
  const names: string[] = [];
  for (const check of decoratorChecks) await check.run(decorated).catch(() => names.push(check.name));
  return names;
}

it.each<[string, string, (inner: Shop) => Shop]>([
  [
    'loses the origin',
    'saveProduct goes on with its origin, or is refused',
    (inner) => decorate(inner, { saveProduct: (change, operation) => inner.saveProduct(change, operation) }),
  ],
  [
    'does nothing and says nothing',
    'saveTracking goes on with its origin, or is refused',
    (inner) => decorate(inner, { saveTracking: async () => ({ outcome: 'updated', warnings: [] }) }),
  ],
  [
    'takes half a message for a whole one',
    'a bulk message that breaks off breaks off inside too, with its own error',
    (inner) =>
      decorate(inner, {
        saveCustomers: (changes, ...rest) => inner.saveCustomers(untilItBreaks(changes), ...rest),
      }),
  ],
  [
    'hides what is wrong',
    'a refusal comes back as it is',
    (inner) =>
      decorate(inner, {
        readOrder: (...order) =>
          inner.readOrder(...order).catch(() => {
            throw new Error('something is wrong');
          }),
      }),
  ],
  [
    'stays open inside',
    'closing it closes the shop inside',
    (inner) => decorate(inner, { close: async () => {} }),
  ],
])('the contract of decorators notices one that %s', async (_, name, decorated) => {
  expect(await noticed(decorated)).toEqual([name]);
});

async function* untilItBreaks<Batch>(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  try {
    yield* batches;
  } catch {
    // The rest is as good as none.
  }
}
