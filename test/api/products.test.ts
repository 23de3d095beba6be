import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCatalogue, ODD_REFERENCES } from '../support/api-catalogue.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

let server: ApiServer;
let token: string;
beforeAll(async () => {
  server = await serveApi();
  await addCatalogue(server.stores.retail);
  token = await server.token('retail', 'read');
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  server.call(token, path, { headers });

async function items(path: string): Promise<readonly Record<string, unknown>[]> {
  const { items: list } = await jsonOf(await get(path));
  return Array.isArray(list) ? list : [];
}
const references = async (path: string): Promise<readonly unknown[]> =>
  (await items(path)).map(({ reference }) => reference);

describe('one product', () => {
  test('is all that is known of it, money as exact texts', async () => {
    expect(await jsonOf(await get('/products/FULL'))).toMatchObject({
      reference: 'FULL',
      kind: 'product',
      name: 'Table de chêne',
      netPrice: '36.77',
      taxRate: '5.5',
      active: true,
      category: { path: ['Jardin', 'Tables'] },
      axes: [],
      priceLevels: { 2: '30', 5: '25.5' },
      categoryPrices: [{ category: 'Pro', netPrice: '20' }],
      customFields: { Couleur: 'brun' },
    });
  });

  test('keeps from a token of the catalogue alone what is not for every visitor', async () => {
    const page = await server.token('retail', 'catalogue');
    const hidden = { priceLevels: {}, categoryPrices: [], customFields: {} };
    expect(await jsonOf(await server.call(page, '/products/FULL'))).toMatchObject({
      ...{ reference: 'FULL', netPrice: '36.77' },
      ...hidden,
    });
    const fields = Object.keys(hidden).join(',');
    const { items } = await jsonOf(await server.call(page, `/products?prefix=FULL&fields=${fields}`));
    expect(items).toEqual([hidden]);
    expect((await server.call(page, '/shop')).status).toBe(200);
    for (const path of ['/customers', '/customers/C1', '/orders', '/documents', '/exchanges'])
      expect((await server.call(page, path)).status).toBe(401);
    const quote = await server.call(page, '/prices/quote', { method: 'POST', body: '{"lines":[]}' });
    expect(quote.status).toBe(401);
  });

  test('leaves out what has no value', async () => {
    const { id: _, createdAt: __, updatedAt: ___, ...bare } = await jsonOf(await get('/products/BARE'));
    expect(bare).toEqual({
      reference: 'BARE',
      kind: 'product',
      axes: [],
      priceLevels: {},
      categoryPrices: [],
      customFields: {},
    });
  });

  test.each(ODD_REFERENCES.filter((reference) => reference !== '..'))('is found as %s', async (reference) => {
    const reply = await jsonOf(await get(`/products/${encodeURIComponent(reference)}`));
    expect(reply).toMatchObject({ reference });
    expect(await jsonOf(await get(`/products?prefix=${encodeURIComponent(reference)}`))).toMatchObject({
      items: [{ reference }],
    });
  });

  test('that another shop has is as unknown as one that nobody has', async () => {
    const other = { reference: 'OTHER', fields: {} };
    const told = async (): Promise<string> => {
      const response = await get('/products/OTHER', { 'x-request-id': 'same' });
      const { date: _, ...headers } = Object.fromEntries(response.headers);
      const { ratelimit: __, ...rest } = headers;
      return JSON.stringify([response.status, rest, await response.text()]);
    };
    const before = await told();
    expect(before).toContain('record_unknown');
    await server.stores.wholesale.shop.saveProduct(other, 'add_product');
    expect(await told()).toBe(before);
    expect(await references('/products?prefix=OTHER')).toEqual([]);
    const wholesale = await server.token('wholesale', 'read');
    expect((await server.call(wholesale, '/products/OTHER')).status).toBe(200);
  });
});

describe('texts', () => {
  const texts = async (acceptLanguage: string | undefined, path = '/products/FULL') => {
    const response = await get(
      path,
      acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage },
    );
    const { headers } = response;
    const { name, metaTitle } = await jsonOf(response);
    return { name, metaTitle, language: headers.get('content-language'), vary: headers.get('vary') };
  };

  test.each([
    [undefined, 'Table de chêne', 'fr'],
    ['en', 'Oak table', 'en'],
    ['en-GB, fr;q=0.5', 'Oak table', 'en'],
    ['de-CH', 'Eichentisch', 'de-CH'],
    ['de', 'Table de chêne', 'fr'],
    ['es, en;q=0.2, fr;q=0.9', 'Table de chêne', 'fr'],
    ['fr-BE, en', 'Table de chêne', 'fr'],
    ['es', 'Table de chêne', 'fr'],
    ['en;q=0, *', 'Table de chêne', 'fr'],
  ])('for %s are in the best language there is', async (asked, name, language) => {
    expect(await texts(asked)).toEqual({ name, metaTitle: 'Titre', language, vary: 'Accept-Language' });
  });

  test('of a list name every language in it', async () => {
    const response = await get('/products?prefix=f', { 'accept-language': 'en' });
    expect(response.headers.get('content-language')).toBe('en');
    const all = await get('/products', { 'accept-language': 'en' });
    expect(all.headers.get('content-language')).toBe('en, fr');
    expect(all.headers.get('vary')).toBe('Accept-Language');
  });

  test('come in all languages where they are asked for by name', async () => {
    expect(await jsonOf(await get('/products/FULL?fields=translations'))).toEqual({
      translations: { en: { name: 'Oak table', description: 'Long' }, 'de-CH': { name: 'Eichentisch' } },
    });
  });
});

describe('a list', () => {
  test('has products, or variants; those of one product have an address of their own', async () => {
    expect((await references('/products')).slice(0, 2)).toEqual(['FULL', 'BARE']);
    const variants = ['FULL-S', 'FULL-M', 'FULL-L'];
    expect(await references('/products?kind=variant')).toEqual(variants);
    expect(await references('/products?kind=variant&parent=FULL')).toEqual(variants);
    expect(await references('/products/FULL/variants')).toEqual(variants);
    expect(await references('/products/FULL/variants?sort=-reference')).toEqual(
      variants.toSorted().reverse(),
    );
    expect(await references('/products/BARE/variants')).toEqual([]);
    expect((await get('/products/NOBODY/variants')).status).toBe(404);
  });

  test('goes on behind its cursor, and says where in Link and body', async () => {
    const seen: unknown[] = [];
    let path: string | undefined = '/products?limit=3&sort=-reference&fields=reference';
    let pages = 0;
    while (path !== undefined) {
      const response: Response = await get(path);
      const reply = await jsonOf(response);
      seen.push(...(Array.isArray(reply.items) ? reply.items : []));
      const [, link = ''] = /^<(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? [];
      expect(link !== '').toBe(reply.next !== undefined);
      if (link !== '') expect(new URL(link, server.url).searchParams.get('cursor')).toBe(reply.next);
      path = link === '' ? undefined : link.replace('/api/v1', '');
      pages += 1;
    }
    const all = ['FULL', 'BARE', ...ODD_REFERENCES].toSorted().reverse();
    expect(seen).toEqual(all.map((reference) => ({ reference })));
    expect(pages).toBe(Math.ceil(all.length / 3));
  });

  test('goes on behind a name however long, in any script', async () => {
    const own = await serveApi();
    const reader = await own.token('retail', 'read');
    const names = ['Zèbre', '닭'.repeat(500), `${'닭'.repeat(500)}!`, 'abricot'];
    for (const [index, name] of names.entries())
      await own.stores.retail.shop.saveProduct({ reference: `N${index}`, fields: { name } }, 'add_product');
    const seen: unknown[] = [];
    for (let path = '/products?sort=name&limit=1&fields=reference'; ; ) {
      const { items: page, next } = await jsonOf(await own.call(reader, path));
      seen.push(page);
      if (next === undefined) break;
      path = `/products?sort=name&limit=1&fields=reference&cursor=${String(next)}`;
    }
    expect(seen).toEqual(['N3', 'N0', 'N1', 'N2'].map((reference) => [{ reference }]));
    await own.close();
  });

  test('takes no cursor of another list or order', async () => {
    const { next } = await jsonOf(await get('/products?limit=1'));
    for (const path of ['/products?sort=reference&cursor=', '/products?kind=variant&cursor=']) {
      const response = await get(`${path}${String(next)}`);
      expect([response.status, await jsonOf(response)]).toMatchObject([422, { reason: 'cursor_invalid' }]);
    }
  });

  test.each([
    ['category=x', 'en', '"category": expected an id in digits: 42.'],
    ['category=x', 'fr', '« category » : il faut un identifiant en chiffres : 42.'],
    [
      'updatedSince=soon',
      'en',
      '"updatedSince": expected a day or a moment: 2026-01-31, 2026-01-31T14:05:00.',
    ],
  ])('says of %s in words what is expected, in %s', async (query, language, detail) => {
    const response = await get(`/products?${query}`, { 'accept-language': language });
    expect(await jsonOf(response)).toMatchObject({ errors: [{ detail }] });
  });

  test.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['sort=price', 'sort'],
    ['fields=reference,colour', 'fields[1]'],
    ['fields=', 'fields[0]'],
    ['active=yes', 'active'],
    ['category=x', 'category'],
    ['updatedSince=yesterday', 'updatedSince'],
    ['updatedSince=2026-02-30', 'updatedSince'],
    ['kind=gamme', 'kind'],
    ['prefix=', 'prefix'],
  ])('refuses %s, naming the parameter', async (query, field) => {
    const response = await get(`/products?${query}`);
    expect([response.status, await jsonOf(response)]).toMatchObject([
      422,
      { code: 'invalid_value', errors: [{ field }] },
    ]);
  });

  test('is filtered by all that is asked for', async () => {
    // The ERP never said it of BARE.
    expect(await references('/products?active=true')).toEqual(expect.arrayContaining(['FULL', 'BARE']));
    expect(await references('/products?active=false')).toEqual([]);
    expect(await references('/products?active=true&available=false')).toEqual(['FULL']);
    expect(await references('/products?search=chene')).toEqual(['FULL']);
    expect(await references('/products?updatedSince=2100-01-01')).toEqual([]);
    expect(await references('/products?updatedSince=2000-01-01T00:00:00&sort=updatedAt&limit=2')).toEqual([
      'FULL',
      'BARE',
    ]);
    const { category } = await jsonOf(await get('/products/FULL'));
    expect(category).toMatchObject({ id: expect.stringMatching(/^\d+$/) });
  });
});

test('a shop whose catalogue cannot be read says so', async () => {
  const modest = await serveApi({ without: { catalogue: undefined } });
  try {
    const response = await modest.call(await modest.token('retail', 'read'), '/products');
    expect([response.status, await jsonOf(response)]).toMatchObject([501, { code: 'unsupported' }]);
  } finally {
    await modest.close();
  }
});
