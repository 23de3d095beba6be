import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, emptiedTestPlace, type TestPlace } from '../../../test/store/dialects.ts';
import type { GuardLimits } from '../../domain/guard.ts';
import type { Origin } from '../../domain/origin.ts';
import type { ProductChange } from '../../domain/product.ts';
import { decimal } from '../../testing/contract/samples.ts';
import { openStore, type Store } from '../open.ts';

const LIMITS: GuardLimits = { percent: { deactivated: 10, repriced: 20 }, atLeast: 5 };
const HOUR_MS = 3_600_000;
const PRODUCTS = 100;

describe.each(DIALECTS)('the guard on %s', (dialect) => {
  let place: TestPlace;
  let store: Store;
  let now: number;
  beforeEach(async () => {
    place = await emptiedTestPlace(dialect);
    now = Date.UTC(2026, 5, 1);
    store = await openStore({ ...place.options, guard: LIMITS, now: () => new Date(now) });
    await fill();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  const BY_ERP: Origin = { by: 'erp', exchange: 'e1' };
  const save = (change: ProductChange, origin: Origin = BY_ERP) =>
    store.shop.saveProduct(change, 'add_product', origin);
  /** A first fill: whatever it does, it only creates. */
  const fill = () =>
    Promise.all(
      Array.from({ length: PRODUCTS }, (_, index) =>
        save({
          reference: `P${index}`,
          fields: { netPrice: decimal('10'), active: true, stock: decimal('5') },
        }),
      ),
    );
  const deactivate = (index: number, origin?: Origin) =>
    save({ reference: `P${index}`, fields: { active: false } }, origin);
  const reprice = (index: number, price: string) =>
    save({ reference: `P${index}`, fields: { netPrice: decimal(price) } });
  const outcomes = async (writes: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(writes)).map(({ status }) => status === 'fulfilled');
  const countActive = async () =>
    (await Array.fromAsync(store.backoffice.products())).flat().filter(({ fields }) => fields.active).length;
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

  test('lets a share of the catalogue through, and holds the next, however many come at once', async () => {
    const passed = await outcomes(range(0, 40).map((index) => deactivate(index)));
    expect(passed.filter(Boolean).length).toBe(10);
    expect(await countActive()).toBe(PRODUCTS - 10);
    const holds = await store.backoffice.holds();
    expect(holds).toMatchObject([
      { kind: 'deactivated', status: 'held', count: 10, limit: 10, catalogue: PRODUCTS, exchange: 'e1' },
    ]);
    await expect(deactivate(50)).rejects.toMatchObject({
      problem: {
        reason: 'too_many_deactivated',
        record: 'P50',
        value: holds[0]?.id,
        limit: 10,
        total: PRODUCTS,
      },
    });
    // What is not held goes on; so does what the shop's own side says.
    await reprice(50, '11');
    await deactivate(51, { by: 'shop' });
    expect(await countActive()).toBe(PRODUCTS - 11);
  });

  test('one that stays held is held in the next run too, until somebody decides', async () => {
    await outcomes(range(0, 11).map((index) => deactivate(index)));
    now += HOUR_MS;
    await expect(deactivate(60)).rejects.toMatchObject({ problem: { reason: 'too_many_deactivated' } });
    const [hold] = await store.backoffice.holds();
    const refused = await store.backoffice.decideHold(hold?.id ?? '', { status: 'refused', by: 'ada' });
    expect(refused).toMatchObject({ status: 'refused', decidedBy: 'ada' });
    await expect(deactivate(60)).rejects.toMatchObject({ problem: { reason: 'too_many_deactivated' } });
    await store.backoffice.decideHold(hold?.id ?? '', { status: 'lifted', by: 'ada' });
    const passed = await outcomes(range(60, 80).map((index) => deactivate(index)));
    expect(passed.filter(Boolean).length).toBe(10);
    expect((await store.backoffice.holds()).map(({ status }) => status).sort()).toEqual(['held', 'lifted']);
  });

  test('a released run goes through for a day, and is counted again afterwards', async () => {
    await outcomes(range(0, 21).map((index) => reprice(index, '12')));
    const [hold] = await store.backoffice.holds();
    expect(hold).toMatchObject({ kind: 'repriced', limit: 20 });
    await store.backoffice.decideHold(hold?.id ?? '', { status: 'released', by: 'ada' });
    now += HOUR_MS;
    expect(await outcomes(range(0, 100).map((index) => reprice(index, '13')))).not.toContain(false);
    // Another kind is watched all the same.
    expect((await outcomes(range(0, 11).map((index) => deactivate(index)))).filter(Boolean).length).toBe(10);
    now += 24 * HOUR_MS;
    expect((await outcomes(range(0, 30).map((index) => reprice(index, '14')))).filter(Boolean).length).toBe(
      20,
    );
  });

  test('a run ends with a pause; a kind without a limit, an unchanged price and a first one are not counted', async () => {
    for (let run = 0; run < 3; run++) {
      const passed = await outcomes(range(run * 20, run * 20 + 20).map((index) => reprice(index, '20')));
      expect(passed).not.toContain(false);
      now += HOUR_MS;
    }
    const unchanged = await outcomes(range(0, 60).map((index) => reprice(index, '20')));
    expect(unchanged).not.toContain(false);
    await save({ reference: 'P1', fields: { stock: decimal('0') } });
    expect(await store.backoffice.holds()).toEqual([]);
    expect(await store.backoffice.decideHold('nobody', { status: 'released', by: 'ada' })).toBeUndefined();
  });
});
