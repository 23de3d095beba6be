import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, emptiedTestPlace, type TestPlace } from '../../../test/store/dialects.ts';
import type { Exchange } from '../../shop/journal.ts';
import { openStore, type Store } from '../open.ts';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  let store: Store;

  const open = (): Promise<Store> => openStore({ ...place.options, now: () => new Date(NOW) });
  beforeEach(async () => {
    place = await emptiedTestPlace(dialect);
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  /** A UUIDv7 of that instant. */
  function idAt(ms: number, number: number): string {
    const hex = ms.toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(number).padStart(12, '0')}`;
  }

  function exchange(number: number, changes: Partial<Exchange> = {}): Exchange {
    const ms = NOW - DAY + number * 1000;
    return {
      id: idAt(ms, number),
      at: new Date(ms).toISOString(),
      resource: 'update_product',
      reference: `A${number}`,
      outcome: 'success',
      httpStatus: 200,
      warnings: [],
      durationMs: 1.25,
      requestBytes: 10,
      replyBytes: 20,
      remoteAddress: '10.0.0.1',
      ...changes,
    };
  }

  const record = (...exchanges: readonly Exchange[]) =>
    Promise.all(exchanges.map((one) => store.backoffice.recordExchange(one)));

  test('what waits is written at close', async () => {
    const waiting = record(...Array.from({ length: 100 }, (_, index) => exchange(index)));
    await store.close();
    await waiting;
    store = await open();
    expect((await Array.fromAsync(store.backoffice.exchanges({}))).flat().length).toBe(100);
  });

  test('after close it refuses, and fails nothing', async () => {
    await store.close();
    await expect(record(exchange(1))).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});
