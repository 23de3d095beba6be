import { expect, test } from 'vitest';
import { NO_CAPABILITIES } from './capabilities.ts';
import { partialShop } from './partial-shop.ts';

test('what is given is done, other lists are empty, everything else is refused by name', async () => {
  const shop = partialShop(NO_CAPABILITIES, {
    saveProduct: async () => ({ outcome: 'created', warnings: [] }),
  });
  const saved = await shop.saveProduct({ reference: 'A', fields: {} }, 'add_product');
  expect(saved.outcome).toBe('created');
  expect(await Array.fromAsync(shop.listOrders({}))).toEqual([]);
  await expect(shop.readOrder('1')).rejects.toMatchObject({
    code: 'unsupported',
    problem: { field: 'readOrder' },
  });
  await shop.close();
});
