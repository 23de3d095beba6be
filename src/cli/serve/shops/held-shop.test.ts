import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../../test/support/temporary.ts';
import { loadConfiguration } from '../../configuration/load.ts';
import type { ShopConfiguration } from '../../configuration/resolve.ts';
import { type HoldOptions, holdShop } from './held-shop.ts';

let folder: string;
let shop: ShopConfiguration;
beforeEach(async () => {
  folder = temporaryFolder();
  const environment = { PASSERELLE_STORE: 'sqlite:away/shop.sqlite' };
  ({
    shops: [shop],
  } = await loadConfiguration({ folder, environment, terminalLanguage: 'en' }));
});

/** No store opens below a file. */
const takeAway = (): void => writeFileSync(join(folder, 'away'), '');
const bringBack = (): void => rmSync(join(folder, 'away'));

function observed() {
  const errors: unknown[] = [];
  const opened = Promise.withResolvers<string | undefined>();
  const options: HoldOptions = {
    waits: true,
    firstWaitMs: 5,
    onAway: (error) => errors.push(error),
    onOpened: opened.resolve,
  };
  return { errors, opened: opened.promise, options };
}

test('a store that is away refuses every call and opens when it is back, with its first key', async () => {
  takeAway();
  const { errors, opened, options } = observed();
  const held = await holdShop(shop, options);
  expect(held.isOpen()).toBe(false);
  expect(held.newKey).toBeUndefined();
  await expect(held.served.keys.accepts('k')).rejects.toMatchObject({ code: 'store_unavailable' });
  expect(() => held.served.shop).toThrow('store_unavailable');
  bringBack();
  const key = (await opened) ?? '';
  expect(errors[0]).toMatchObject({ code: 'store_unavailable' });
  expect(key).toMatch(/^[a-z2-7]{32}$/);
  expect(await held.served.keys.accepts(key)).toBe(true);
  expect(held.isOpen()).toBe(true);
  await held.close();
});

test('closing ends the attempts', async () => {
  takeAway();
  const { options, errors } = observed();
  const held = await holdShop(shop, options);
  await held.close();
  const attempts = errors.length;
  bringBack();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(held.isOpen()).toBe(false);
  expect(errors.length).toBe(attempts);
});

test('a store that is not waited for is refused at once', async () => {
  takeAway();
  const { options } = observed();
  await expect(holdShop(shop, { ...options, waits: false })).rejects.toMatchObject({
    code: 'store_unavailable',
  });
});

test('a fault that time does not mend is refused at once', async () => {
  const { options } = observed();
  await expect(holdShop({ ...shop, store: 'nowhere:x' }, options)).rejects.toMatchObject({
    problem: { reason: 'option_invalid' },
  });
});
