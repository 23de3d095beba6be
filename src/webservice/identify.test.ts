import { expect, test } from 'vitest';
import { WIRE } from '../../test/support/endpoint.ts';
import { fail } from '../domain/error.ts';
import { createMemoryShop } from '../testing/memory-shop.ts';
import type { KeyRing } from './gate.ts';
import { createIdentification } from './identify.ts';
import type { ServedShop } from './served-shop.ts';

const { shop } = createMemoryShop({});
const served = (name: string, accepts: KeyRing['accepts']): ServedShop => ({
  name,
  shop,
  keys: { accepts },
  wire: WIRE,
  language: 'en',
  priceRuleMode: 'merge',
});

const away = served('away', async () => {
  throw fail('store_unavailable');
});
const hung = served('hung', () => new Promise(() => {}));
const open = served('open', async (key) => key === 'right');

test('a shop whose database is away or hangs does not keep the callers of another one out', async () => {
  const identify = createIdentification([away, hung, open], undefined);
  expect((await identify('right'))?.name).toBe('open');
});

test('a key that nobody knows while a shop cannot be asked is not called wrong', async () => {
  await expect(createIdentification([open, away], undefined)('other')).rejects.toMatchObject({
    code: 'store_unavailable',
  });
  expect(await createIdentification([open, away], 'open')('other')).toBeUndefined();
  expect(await createIdentification([open], undefined)('other')).toBeUndefined();
});
