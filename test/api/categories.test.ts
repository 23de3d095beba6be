import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCatalogue } from '../support/api-catalogue.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

let server: ApiServer;
let token: string;
beforeAll(async () => {
  server = await serveApi();
  await addCatalogue(server.stores.retail);
  token = await server.token('retail', 'read');
});
afterAll(() => server.close());

async function get(path: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await server.call(token, path);
  return { status: response.status, ...(await jsonOf(response)) };
}

test('categories are a tree, each with the path to it', async () => {
  const jardin = { id: '1', name: 'Jardin', path: ['Jardin'], hasChildren: true };
  const tables = { id: '2', name: 'Tables', parent: '1', path: ['Jardin', 'Tables'], hasChildren: false };
  expect(await get('/categories')).toEqual({ status: 200, items: [jardin, tables] });
  expect(await get('/categories?parent=top')).toMatchObject({ items: [jardin] });
  expect(await get('/categories?parent=1')).toMatchObject({ items: [tables] });
  expect(await get('/categories?parent=2')).toMatchObject({ items: [] });
  expect(await get('/categories/2')).toEqual({ status: 200, ...tables });
  expect(await get('/categories/2?fields=name')).toEqual({ status: 200, name: 'Tables' });
});

test('a page leads to the next', async () => {
  const first = await get('/categories?limit=1');
  expect(first).toMatchObject({ items: [{ id: '1' }], next: expect.any(String) });
  const second = await get(`/categories?limit=1&cursor=${String(first.next)}`);
  expect(second).toEqual({ status: 200, items: [expect.objectContaining({ id: '2' })] });
});

test('products are found by a category above theirs, and by no other', async () => {
  expect(await get('/products?category=1&fields=reference')).toMatchObject({
    items: [{ reference: 'FULL' }],
  });
  expect(await get('/products?category=3')).toMatchObject({ items: [] });
});

test('one that is not there is told, one that is no id refused', async () => {
  expect(await get('/categories/3')).toMatchObject({ status: 404, reason: 'record_unknown' });
  expect(await get('/categories/x')).toMatchObject({ status: 422, errors: [{ field: 'id' }] });
  expect(await get('/categories?parent=x')).toMatchObject({ status: 422, errors: [{ field: 'parent' }] });
});
