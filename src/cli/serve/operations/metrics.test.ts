import { expect, test } from 'vitest';
import type { Exchange } from '../../../shop/journal.ts';
import { createMetrics } from './metrics.ts';

const sources = {
  callsUnderWay: () => 3,
  bulkMessagesUnderWay: () => 2,
  shops: ['retail', 'trade'],
  failingShops: async () => ['trade'],
  stores: async () => [],
  webhooks: () => [],
};

const exchange = (changes: Partial<Exchange>): Exchange => ({
  id: '01',
  at: '2026-01-01T00:00:00.000Z',
  resource: 'add_product',
  reference: '',
  outcome: 'success',
  httpStatus: 200,
  warnings: [],
  durationMs: 7,
  requestBytes: 100,
  replyBytes: 10,
  remoteAddress: '',
  ...changes,
});

async function seriesOf(
  name: string,
  changes: readonly Partial<Exchange>[] = [],
): Promise<readonly string[]> {
  const metrics = createMetrics(sources);
  for (const change of changes) metrics.exchange(exchange(change), 'retail');
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(name));
}

test('exchanges are counted by shop, resource and outcome', async () => {
  const changes = [{}, {}, { outcome: 'refused' as const }, { resource: 'document' }];
  expect(await seriesOf('passerelle_exchanges_total', changes)).toEqual([
    'passerelle_exchanges_total{shop="retail",resource="add_product",outcome="success"} 2',
    'passerelle_exchanges_total{shop="retail",resource="add_product",outcome="refused"} 1',
    'passerelle_exchanges_total{shop="retail",resource="document",outcome="success"} 1',
  ]);
});

test('names that strangers make up are one series', async () => {
  const changes = Array.from({ length: 50 }, (_, index) => ({ resource: `x${index}` }));
  expect(await seriesOf('passerelle_exchanges_total', [...changes, { resource: '' }])).toEqual([
    'passerelle_exchanges_total{shop="retail",resource="unknown",outcome="success"} 51',
  ]);
});

test('durations are seconds by resource; bytes and records are summed', async () => {
  const changes = [{ records: 5 }, { records: 6, durationMs: 2000 }];
  const durations = await seriesOf('passerelle_exchange_duration_seconds', changes);
  expect(durations).toContain(
    'passerelle_exchange_duration_seconds_bucket{le="0.01",resource="add_product"} 1',
  );
  expect(durations).toContain('passerelle_exchange_duration_seconds_sum{resource="add_product"} 2.007');
  const labels = '{shop="retail",resource="add_product"}';
  expect(await seriesOf('passerelle_request_bytes_total', changes)).toEqual([
    `passerelle_request_bytes_total${labels} 200`,
  ]);
  expect(await seriesOf('passerelle_reply_bytes_total', changes)).toEqual([
    `passerelle_reply_bytes_total${labels} 20`,
  ]);
  expect(await seriesOf('passerelle_records_total', changes)).toEqual([
    `passerelle_records_total${labels} 11`,
  ]);
});

test('what is under way and which stores answer is read when asked', async () => {
  expect(await seriesOf('passerelle_calls_under_way')).toEqual(['passerelle_calls_under_way 3']);
  expect(await seriesOf('passerelle_bulk')).toEqual(['passerelle_bulk_messages_under_way 2']);
  expect(await seriesOf('passerelle_shop_up')).toEqual([
    'passerelle_shop_up{shop="retail"} 1',
    'passerelle_shop_up{shop="trade"} 0',
  ]);
  expect((await seriesOf('process_cpu_seconds_total')).length).toBe(1);
});
