import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addCatalogue } from '../../test/support/api-catalogue.ts';
import { type ApiServer, serveApi } from '../../test/support/api-server.ts';

let server: ApiServer;
let pages: typeof import('./shop-pages.ts');
beforeAll(async () => {
  server = await serveApi();
  await addCatalogue(server.stores.retail);
  vi.stubEnv('SHOP_URL', new URL(server.url).origin);
  vi.stubEnv('SHOP_TOKEN', await server.token('retail', 'read'));
  pages = await import('./shop-pages.ts');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('a category’s page shows its products', async () => {
  expect(await pages.categoryPage('1')).toEqual({
    lines: ['FULL  Table de chêne  36.77 € HT'],
    next: undefined,
  });
});

test('a product comes with its variants, and is undefined where there is none', async () => {
  const page = await pages.productPage('FULL');
  expect(page?.product.name).toBe('Table de chêne');
  expect(page?.variants.map(({ reference }) => reference)).toEqual(['FULL-S', 'FULL-M', 'FULL-L']);
  expect(await pages.productPage('NOBODY')).toBeUndefined();
});

test('a basket is priced', async () => {
  expect(await pages.basketTotal(undefined, [{ reference: 'FULL', quantity: '2' }])).toBe('77.58');
});
