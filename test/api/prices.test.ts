import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MOST_LINES } from '../../src/shop/quotes.ts';
import { message } from '../../src/testing/contract/expect.ts';
import { decimal, priceRule } from '../../src/testing/contract/samples.ts';
import { DIALECTS } from '../store/dialects.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';
import { fillPrices } from '../support/priced-shop.ts';

const conflictPage = z.object({
  items: z.array(z.looseObject({ reference: z.string() })),
  next: z.string().exactOptional(),
});

describe.each(DIALECTS)('prices, on %s', (dialect) => {
  let server: ApiServer;
  let token: string;
  beforeAll(async () => {
    server = await serveApi({ dialect, limits: { bodyBytes: 100_000 } });
    token = await server.token('retail', 'read');
    await fillPrices(server.stores.retail);
  });
  afterAll(() => server.close());

  const quote = (body: unknown, language = 'en'): Promise<Response> =>
    server.call(token, '/prices/quote', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'accept-language': language },
    });
  const line = (reference: string, quantity: unknown = '1') => ({ reference, quantity });

  test('a basket is priced: lines, tax by rate, totals, and what is to be known', async () => {
    const response = await quote({
      customer: 'CLEE',
      at: '2026-06-15',
      lines: [line('SHIRT', '2.5'), line('SHIRT/L', '4')],
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      customer: 'CLEE',
      group: 'Grossistes',
      at: '2026-06-15 00:00:00',
      remarks: ['customer_inactive'],
      lines: [
        {
          reference: 'SHIRT',
          quantity: '2.5',
          netPrice: '24',
          grossPrice: '28.8',
          basePrice: '30',
          taxRate: '20',
          netTotal: '60',
          grossTotal: '72',
          remarks: [],
        },
        {
          reference: 'SHIRT/L',
          parent: 'SHIRT',
          quantity: '4',
          netPrice: '24',
          grossPrice: '28.8',
          basePrice: '30',
          taxRate: '20',
          netTotal: '96',
          grossTotal: '115.2',
          remarks: [],
        },
      ],
      netTotal: '156',
      grossTotal: '187.2',
      taxes: [{ rate: '20', net: '156', tax: '31.2' }],
    });
  });

  test('with `explain` each line says what was considered, in the caller’s language', async () => {
    const body = {
      customer: 'CLEE',
      currency: 'CHF',
      country: 'FR',
      lines: [line('SHIRT', '12')],
      explain: true,
    };
    const [english, french] = await Promise.all(
      ['en', 'fr'].map(async (language) => jsonOf(await quote(body, language))),
    );
    expect(english).toMatchObject({
      lines: [
        {
          explanation: {
            moreRules: 0,
            considered: [
              { verdict: 'won', netPrice: '24', rule: 'TF2', group: 'Grossistes' },
              { verdict: 'beaten', by: 'price', contradicts: true, rule: 'TF1' },
              { verdict: 'beaten', by: 'buyer', origin: 'sale_price', netPrice: '30' },
              {
                verdict: 'excluded',
                because: 'other_country',
                rule: 'TF3',
                customer: 'CLEE',
                currency: 'CHF',
                country: 'CH',
                fromQuantity: '9.5',
                validFrom: '2026-01-01 00:00:00',
                validTo: '2026-12-31 00:00:00',
                basePrice: '40',
              },
            ],
          },
        },
      ],
    });
    expect(JSON.stringify(english)).toContain('Taken, 24.00: rule TF2');
    expect(JSON.stringify(french)).toContain('Retenu, 24,00 : règle TF2');
  });

  test('without a customer it is anybody, perhaps of a group', async () => {
    expect(await jsonOf(await quote({ lines: [line('SHIRT')] }))).toMatchObject({ netTotal: '30' });
    expect(await jsonOf(await quote({ group: 'Grossistes', lines: [line('SHIRT')] }))).toMatchObject({
      group: 'Grossistes',
      netTotal: '24',
    });
    expect(await jsonOf(await quote({ lines: [] }))).toMatchObject({
      netTotal: '0',
      grossTotal: '0',
      taxes: [],
    });
  });

  test('an article without a price is told, and leaves no total', async () => {
    const reply = await jsonOf(await quote({ lines: [line('SHIRT'), line('BARE')] }));
    expect(reply).toMatchObject({ lines: [{}, { remarks: ['inactive', 'no_price'] }] });
    expect(reply).not.toHaveProperty('netTotal');
  });

  test.each([
    [{ lines: [line('NOPE')] }, 404, { code: 'unknown_reference', reason: 'reference_unknown' }],
    [{ customer: 'NOPE', lines: [] }, 404, { code: 'unknown_reference', reason: 'customer_unknown' }],
    [{ lines: [line('SHIRT', '0')] }, 422, { code: 'invalid_value', reason: 'quantity_not_positive' }],
    [{ lines: [line('SHIRT', '1,5')] }, 422, { errors: [{ field: 'lines[0].quantity' }] }],
    [{ lines: [line('SHIRT', 1.5)] }, 422, { errors: [{ field: 'lines[0].quantity' }] }],
    [{ at: 'someday', lines: [] }, 422, { errors: [{ field: 'at' }] }],
    [{ customer: 'CLEE', group: 'X', lines: [] }, 422, { reason: 'buyer_ambiguous' }],
    [{ colour: 'red', lines: [] }, 422, { errors: [{ field: 'colour', reason: 'parameter_unknown' }] }],
    [{}, 422, { errors: [{ field: 'lines' }] }],
  ])('%j is refused with %i', async (body, status, problem) => {
    const response = await quote(body);
    expect([response.status, await response.json()]).toMatchObject([status, { status, ...problem }]);
  });

  test('a basket without an end is refused', async () => {
    const lines = Array.from({ length: MOST_LINES + 1 }, () => ({ reference: 'A', quantity: '1' }));
    const response = await quote({ lines });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ field: 'lines' }] }]);
  });

  test('a body that is no JSON is refused', async () => {
    const response = await server.call(token, '/prices/quote', { method: 'POST', body: '{ nonsense' });
    expect(response.status).toBe(400);
  });

  test('contradictions are listed with sentences, page by page; those of one article and customer stay together', async () => {
    const { shop } = server.stores.wholesale;
    const rule = (reference: string, name: string, value: string, fromQuantity = '0') =>
      priceRule({
        kind: 'price',
        rule: name,
        reference,
        value: decimal(value),
        fromQuantity: decimal(fromQuantity),
      });
    const rules = [1, 2, 3].flatMap((article) => [
      rule(`A${article}`, 'X', '10'),
      rule(`A${article}`, 'Y', '11'),
      rule(`A${article}`, 'X', '8', '10'),
      rule(`A${article}`, 'Y', '9', '10'),
    ]);
    const others = Array.from({ length: 2500 }, (_, index) => rule(`B${index}`, 'X', '5'));
    await shop.savePriceRules(message({ rules: [...rules, ...others], keep: [] }), 'full');
    const reader = await server.token('wholesale', 'read');
    const get = async (path: string) =>
      conflictPage.parse(await jsonOf(await server.call(reader, `/prices/conflicts${path}`)));
    const seen: string[][] = [];
    for (let cursor = ''; ; ) {
      const { items, next } = await get(`?limit=1${cursor}`);
      seen.push(items.map(({ reference }) => reference));
      if (next === undefined) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen.filter(({ length }) => length > 0)).toEqual([
      ['A1', 'A1'],
      ['A2', 'A2'],
      ['A3', 'A3'],
    ]);
    const { items } = await get('');
    expect(items[0]).toMatchObject({
      customer: 'CCL00002',
      sentence: expect.stringContaining('A1'),
      rules: [
        { rule: 'X', netPrice: '10', sentence: expect.stringContaining('10') },
        { rule: 'Y', netPrice: '11' },
      ],
    });
    const foreign = await server.call(token, `/prices/conflicts?cursor=${'x'.repeat(8)}`);
    expect(await jsonOf(foreign)).toMatchObject({ status: 422, reason: 'cursor_invalid' });
  });

  test('a shop whose prices are decided elsewhere says so', async () => {
    const bare = await serveApi({ dialect, without: { quotes: undefined } });
    try {
      const other = await bare.token('retail', 'read');
      const body = JSON.stringify({ lines: [] });
      const headers = { 'content-type': 'application/json' };
      const response = await bare.call(other, '/prices/quote', { method: 'POST', body, headers });
      expect([response.status, await response.json()]).toMatchObject([501, { reason: 'quotes_unsupported' }]);
    } finally {
      await bare.close();
    }
  });
});
