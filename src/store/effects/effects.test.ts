import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, emptiedTestPlace, type TestPlace } from '../../../test/store/dialects.ts';
import type { CustomerChange } from '../../domain/customer.ts';
import type { RecordEffect } from '../../domain/effect.ts';
import type { Origin } from '../../domain/origin.ts';
import type { ProductChange, ProductOperation } from '../../domain/product.ts';
import type { Exchange } from '../../shop/journal.ts';
import { message } from '../../testing/contract/expect.ts';
import { decimal, order, priceRule } from '../../testing/contract/samples.ts';
import { openStore, type Store } from '../open.ts';

const NOW = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;

const livesIn = (code: string, city: string): CustomerChange => ({
  code,
  fields: {},
  deliveryAddresses: [{ fields: { city } }],
});

describe.each(DIALECTS)('the effect of an exchange on %s', (dialect) => {
  let place: TestPlace;
  let store: Store;
  let exchanges = 0;
  beforeEach(async () => {
    place = await emptiedTestPlace(dialect);
    store = await openStore({ ...place.options, now: () => new Date(NOW) });
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  /** A UUIDv7 of that instant. */
  const idAt = (ms: number): string => {
    const hex = ms.toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(++exchanges).padStart(12, '0')}`;
  };

  const recorded = (id: string, changes: Partial<Exchange> = {}): Promise<void> =>
    store.backoffice.recordExchange({
      id,
      at: new Date(NOW).toISOString(),
      resource: 'update_product',
      reference: '',
      outcome: 'success',
      httpStatus: 200,
      warnings: [],
      durationMs: 1,
      requestBytes: 1,
      replyBytes: 1,
      remoteAddress: '10.0.0.1',
      request: '<connecteur/>',
      ...changes,
    });

  /** What a write did that came with an exchange. */
  async function effectOf(write: (origin: Origin) => Promise<unknown>): Promise<readonly RecordEffect[]> {
    const exchange = idAt(NOW);
    await write({ by: 'erp', exchange });
    await recorded(exchange);
    return (await store.backoffice.exchange(exchange))?.effect ?? [];
  }

  const save = (change: ProductChange, operation: ProductOperation = 'update_product') =>
    effectOf((origin) => store.shop.saveProduct(change, operation, origin));

  test('of a product: every field, as a person reads it, before and after', async () => {
    expect(
      await save(
        {
          reference: 'A',
          fields: { name: 'Lamp', netPrice: decimal('12.5'), active: true },
          categoryPath: ['Home', 'Light'],
        },
        'add_product',
      ),
    ).toEqual([
      {
        entity: 'product',
        key: 'A',
        operation: 'created',
        changes: [
          { path: 'netPrice', after: '12.5' },
          { path: 'active', after: true },
          { path: 'categoryPath', after: ['Home', 'Light'] },
          { path: 'name', after: 'Lamp' },
        ],
      },
    ]);
    expect(
      await save({
        reference: 'A',
        fields: { name: null, netPrice: decimal('13'), active: false, stock: decimal('4') },
        categoryPath: ['Garden'],
        translations: { de: { name: 'Lampe' } },
        priceLevels: { 2: decimal('11') },
        customFields: { xx_origin: 'FR' },
      }),
    ).toEqual([
      {
        entity: 'product',
        key: 'A',
        operation: 'updated',
        changes: [
          { path: 'netPrice', before: '12.5', after: '13' },
          { path: 'stock', after: '4' },
          { path: 'active', before: true, after: false },
          { path: 'categoryPath', before: ['Home', 'Light'], after: ['Garden'] },
          { path: 'name', before: 'Lamp' },
          { path: 'translations.de.name', after: 'Lampe' },
          { path: 'priceLevels.2', after: '11' },
          { path: 'customFields.xx_origin', after: 'FR' },
        ],
      },
    ]);
    expect(await save({ reference: 'A', fields: { netPrice: decimal('13') } })).toEqual([]);
  });

  test('of a family: each variant that changed', async () => {
    const variant = (reference: string, stock: string) => ({
      reference,
      axes: [{ name: 'Size', value: reference }],
      fields: { stock: decimal(stock) },
    });
    await save(
      { reference: 'A', fields: {}, variants: [variant('S', '1'), variant('M', '1')] },
      'add_product',
    );
    const effect = await save({
      reference: 'A',
      fields: {},
      variants: [variant('S', '1'), variant('M', '2')],
    });
    expect(effect).toEqual([
      {
        entity: 'variant',
        key: 'M',
        operation: 'updated',
        changes: [{ path: 'stock', before: '1', after: '2' }],
      },
    ]);
  });

  test('of a long text: its beginning', async () => {
    const [effect] = await save({ reference: 'A', fields: { description: 'x'.repeat(5000) } }, 'add_product');
    expect(effect?.changes).toEqual([{ path: 'description', after: `${'x'.repeat(500)}…` }]);
  });

  test('of an order: its lease, its state, its parcels', async () => {
    await store.backoffice.placeOrder(order('7', { state: 'paid' }));
    const [read] = await effectOf((origin) => store.shop.readOrder('7', origin));
    expect(read).toMatchObject({ entity: 'order', key: '7', operation: 'updated' });
    expect(read?.changes.map(({ path }) => path)).toEqual(['readAt', 'readBy']);
    const [confirmed] = await effectOf((origin) => store.shop.confirmOrder('7', 'exported', origin));
    expect(confirmed?.changes[0]).toEqual({ path: 'state', before: 'paid', after: 'exported' });
    const [tracked] = await effectOf((origin) => store.shop.saveTracking('7', '6A1', origin));
    expect(tracked?.changes).toEqual([{ path: 'trackingNumbers', after: ['6A1'] }]);
  });

  test('of customers: each of the first 500, the rest is counted by the feed', async () => {
    const many = Array.from({ length: 600 }, (_, index) => livesIn(`C${index}`, 'Lyon'));
    const effect = await effectOf((origin) => store.shop.saveCustomers(message(many), origin));
    expect(effect.length).toBe(500);
    const changed = await effectOf((origin) =>
      store.shop.saveCustomers(message([livesIn('C3', 'Nantes')]), origin),
    );
    expect(changed).toEqual([
      {
        entity: 'customer',
        key: 'C3',
        operation: 'updated',
        changes: [{ path: 'deliveryAddresses.0.city', before: 'Lyon', after: 'Nantes' }],
      },
    ]);
  });

  test('of price rules: counts for each set, and what became of each rule', async () => {
    const save = (values: Readonly<Record<string, string>>) =>
      effectOf((origin) =>
        store.shop.savePriceRules(
          message({
            rules: Object.entries(values).map(([reference, value]) =>
              priceRule({
                source: 'S',
                rule: '1',
                reference,
                group: 'Retail',
                customer: '',
                value: decimal(value),
              }),
            ),
            keep: [],
          }),
          'full',
          origin,
        ),
      );
    const [first] = await save({ A: '1', B: '2', C: '3' });
    expect(first).toMatchObject({ entity: 'price_rule', key: 'S/1', operation: 'created' });
    expect(first?.changes[0]).toEqual({ path: 'created', after: 3 });
    expect(first?.changes).toContainEqual({
      path: 'rules[B, group Retail, fromQuantity 1, validFrom 2015-02-01 00:00:00].value',
      after: '2',
    });
    const [second] = await save({ A: '1', B: '2.5' });
    expect(second?.changes).toEqual([
      { path: 'updated', after: 1 },
      { path: 'retired', after: 1 },
      {
        path: 'rules[B, group Retail, fromQuantity 1, validFrom 2015-02-01 00:00:00].value',
        before: '2',
        after: '2.5',
      },
      {
        path: 'rules[C, group Retail, fromQuantity 1, validFrom 2015-02-01 00:00:00].kind',
        before: 'percent_off',
      },
      { path: 'rules[C, group Retail, fromQuantity 1, validFrom 2015-02-01 00:00:00].value', before: '3' },
    ]);
    expect(await save({ A: '1', B: '2.5' })).toEqual([]);
  });

  test('is nothing where no exchange brought the write, and where it was undone', async () => {
    expect(
      await effectOf(() =>
        store.shop.saveProduct({ reference: 'A', fields: {} }, 'add_product', { by: 'import' }),
      ),
    ).toEqual([]);
    const refused = save({ reference: 'nobody', fields: {} }).catch(() => 'refused');
    expect(await refused).toBe('refused');
  });

  test('goes with the request that it explains', async () => {
    const ids = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const exchange = idAt(NOW - DAY_MS + index);
        await store.shop.saveProduct({ reference: `P${index}`, fields: {} }, 'add_product', {
          by: 'erp',
          exchange,
        });
        await recorded(exchange, {
          at: new Date(NOW - DAY_MS).toISOString(),
          request: randomBytes(1000).toString('hex'),
        });
        return exchange;
      }),
    );
    await store.backoffice.pruneJournal({ maxAgeDays: 30, maxBytes: 15_000 });
    const effects = await Promise.all(
      ids.map(async (id) => (await store.backoffice.exchange(id))?.effect.length),
    );
    const kept = effects.filter((count) => count === 1).length;
    expect(kept).toBeGreaterThan(5);
    expect(kept).toBeLessThan(15);
    expect(effects.slice(-kept)).toEqual(Array.from({ length: kept }, () => 1));
    await store.backoffice.pruneJournal({ maxAgeDays: 0, maxBytes: 1000 });
    expect(await store.backoffice.exchange(ids[29] ?? '')).toBeUndefined();
  });
});
