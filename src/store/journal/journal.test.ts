import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, type TestPlace, testPlace } from '../../../test/store/dialects.ts';
import { type LocalDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import type { Exchange, ExchangeFilter } from '../../shop/backoffice.ts';
import { openStore, type Store } from '../open.ts';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  let store: Store;

  const open = (): Promise<Store> => openStore({ ...place.options, now: () => new Date(NOW) });
  beforeEach(async () => {
    place = await testPlace(dialect);
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
  async function references(filter: ExchangeFilter): Promise<readonly string[]> {
    const batches = await Array.fromAsync(store.backoffice.exchanges(filter));
    return batches.flat().map(({ reference }) => reference);
  }

  test('an exchange comes back whole', async () => {
    const whole = exchange(1, {
      outcome: 'refused',
      problem: { reason: 'not_a_number', field: 'stock', value: 'x' },
      warnings: [{ reason: 'empty_ignored', field: 'tva' }],
      records: 3,
      request: '<connecteur/>',
      reply: '<connecteur><error/></connecteur>',
    });
    await record(whole, exchange(2));
    expect(await store.backoffice.exchange(whole.id)).toEqual(whole);
    expect(await store.backoffice.exchange(exchange(2).id)).toEqual(exchange(2));
    expect(await store.backoffice.exchange('nobody')).toBeUndefined();
    const { request: _, reply: __, ...summary } = whole;
    expect((await Array.fromAsync(store.backoffice.exchanges({ reference: 'A1' }))).flat()).toEqual([
      summary,
    ]);
  });

  test('filters, newest first', async () => {
    await record(
      exchange(1),
      exchange(2, { resource: 'add_grilles', reference: '' }),
      exchange(3, { outcome: 'failed' }),
      exchange(4, { outcome: 'refused', reference: 'A1' }),
    );
    expect(await references({})).toEqual(['A1', 'A3', '', 'A1']);
    expect(await references({ limit: 2 })).toEqual(['A1', 'A3']);
    expect(await references({ limit: 0 })).toEqual([]);
    expect(await references({ reference: 'A1' })).toEqual(['A1', 'A1']);
    expect(await references({ reference: '' })).toEqual(['']);
    expect(await references({ resource: 'add_grilles' })).toEqual(['']);
    expect(await references({ outcomes: ['refused', 'failed'] })).toEqual(['A1', 'A3']);
    expect(await references({ after: exchange(2).id })).toEqual(['A1', 'A3']);
    expect(await references({ since: exchange(3).at })).toEqual(['A1', 'A3']);
    expect(await references({ since: 'nonsense' })).toEqual([]);
  });

  test('more than a batch, with others coming in meanwhile, in order and once each', async () => {
    const all = Array.from({ length: 1203 }, (_, index) => exchange(index));
    await record(...all);
    const seen: string[] = [];
    for await (const batch of store.backoffice.exchanges({})) {
      seen.push(...batch.map(({ reference }) => reference));
      await record(exchange(5000 + seen.length));
    }
    expect(seen).toEqual(all.map(({ reference }) => reference).reverse());
  });

  test('the same exchange twice is one', async () => {
    await record(exchange(1), exchange(1));
    await record(exchange(1));
    expect(await references({})).toEqual(['A1']);
  });

  test('what waits is written at close', async () => {
    const waiting = record(...Array.from({ length: 100 }, (_, index) => exchange(index)));
    await store.close();
    await waiting;
    store = await open();
    expect((await references({})).length).toBe(100);
  });

  test('after close it refuses, and fails nothing', async () => {
    await store.close();
    await expect(record(exchange(1))).rejects.toMatchObject({ code: 'store_unavailable' });
  });

  test('pruning drops what is too old, then payloads from the oldest on', async () => {
    const old = Array.from({ length: 450 }, (_, index) => {
      const ms = NOW - 40 * DAY + index;
      return exchange(index, { id: idAt(ms, index), at: new Date(ms).toISOString(), request: 'old' });
    });
    const kept = Array.from({ length: 450 }, (_, index) => exchange(index, { request: 'é'.repeat(50) }));
    await record(...old, ...kept);
    // Each payload takes 100 bytes in UTF-8.
    expect(await store.backoffice.pruneJournal({ maxAgeDays: 30, maxBytes: 1000 })).toBe(450);
    expect((await references({})).length).toBe(450);
    const payloads = await Promise.all(
      kept.map(async ({ id }) => (await store.backoffice.exchange(id))?.request),
    );
    expect(payloads.map((payload) => payload !== undefined)).toEqual(kept.map((_, index) => index >= 440));
    expect(await store.backoffice.pruneJournal({ maxAgeDays: 30, maxBytes: 1000 })).toBe(0);
  });

  const moment = (text: string): LocalDateTime => parseLocalDateTime(text) ?? expect.unreachable();

  test('keys: added once, listed, revoked once', async () => {
    const { addKey, keys, revokeKey } = store.backoffice;
    const key = { id: 'k1', sha256: 'ab', label: 'EBP', createdAt: moment('2026-01-01 00:00:00') };
    await addKey(key);
    await addKey(key);
    await expect(addKey({ ...key, sha256: 'cd' })).rejects.toMatchObject({ code: 'invalid_value' });
    expect(await keys()).toEqual([key]);
    const revokedAt = moment('2026-02-01 00:00:00');
    expect(await revokeKey('k1', revokedAt)).toBe(true);
    expect(await revokeKey('k1', moment('2026-03-01 00:00:00'))).toBe(true);
    expect(await revokeKey('k2', revokedAt)).toBe(false);
    expect(await keys()).toEqual([{ ...key, revokedAt }]);
  });
});
