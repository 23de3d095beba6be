import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decimal } from '../../src/testing/contract/samples.ts';
import { DIALECTS } from '../store/dialects.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

const ISO = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

describe.each(DIALECTS)('who wrote what, on %s', (dialect) => {
  let server: ApiServer;
  let token: string;
  beforeAll(async () => {
    server = await serveApi({ dialect, owned: ['description'] });
    token = await server.token('retail', 'read');
    const { shop } = server.stores.retail;
    const fields = { name: 'Lamp', description: 'Bright.', stock: decimal('3') };
    await shop.saveProduct({ reference: 'A/1', fields }, 'add_product', { by: 'import' });
    const later = {
      reference: 'A/1',
      fields: { description: 'Dim.', stock: decimal('2') },
      translations: { de: { description: 'Hell.', name: 'Lampe' } },
    };
    await shop.saveProduct(later, 'update_product', { by: 'erp', exchange: 'exchange-9' });
  });
  afterAll(() => server.close());

  const get = (path: string, shop = token): Promise<Response> => server.call(shop, path);

  test('each field has its last writer, and whether the shop keeps it for itself', async () => {
    expect(await jsonOf(await get('/products/A%2F1/provenance'))).toEqual({
      reference: 'A/1',
      kind: 'product',
      fields: {
        name: { by: 'import', at: ISO, owned: false },
        description: { by: 'import', at: ISO, owned: true },
        stock: { by: 'erp', exchange: 'exchange-9', at: ISO, owned: false },
        'translations.de.name': { by: 'erp', exchange: 'exchange-9', at: ISO, owned: false },
      },
      owned: ['description'],
    });
  });

  test('the shop says which fields are its own', async () => {
    expect(await jsonOf(await get('/shop'))).toMatchObject({ owned: ['description'] });
  });

  test('of another shop’s product there is none, as of one that nobody has', async () => {
    const other = await server.token('wholesale', 'read');
    for (const path of ['/products/A%2F1/provenance', '/products/NOPE/provenance']) {
      const response = await get(path, other);
      expect(await jsonOf(response)).toMatchObject({ status: 404, reason: 'record_unknown' });
    }
  });

  test('a shop that others write to knows no writers', async () => {
    const bare = await serveApi({ dialect, without: { provenance: undefined } });
    const reader = await bare.token('retail', 'read');
    const response = await bare.call(reader, '/products/A/provenance');
    expect(await jsonOf(response)).toMatchObject({ status: 501, reason: 'unsupported' });
    expect(await jsonOf(await bare.call(reader, '/shop'))).not.toHaveProperty('owned');
    await bare.close();
  });
});
