import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createMetrics } from '../src/cli/serve/operations/metrics.ts';
import { EXCHANGE_OUTCOMES, type Exchange } from '../src/shop/journal.ts';
import type { Delivery } from '../src/shop/webhooks.ts';
import { createTally, type StoreFigures } from '../src/store/figures.ts';
import { knownResources } from '../src/wire/messages/resources.ts';

const PAGE = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');

const exchange: Exchange = {
  id: '01',
  at: '2026-01-01T00:00:00.000Z',
  resource: 'add_grilles',
  reference: '',
  outcome: 'success',
  httpStatus: 200,
  warnings: [],
  durationMs: 7,
  requestBytes: 100,
  replyBytes: 10,
  records: 3,
  remoteAddress: '',
};
const delivery: Delivery = {
  webhook: 'wh_1',
  sequence: 1,
  event: 'evt_1_0',
  type: 'product.updated',
  key: 'A',
  at: '2026-01-01T00:00:00.000Z',
  attempt: 1,
  outcome: 'delivered',
  durationMs: 7,
};
const counted = createTally([1]).read();
const places = { limit: 3, inUse: 1, waiting: 0, refused: 0 };
const figures: StoreFigures = {
  database: 'user@host:5432/shops',
  writes: {
    waiting: 0,
    refused: 0,
    failedCommits: 0,
    works: counted,
    seconds: counted,
    waitSeconds: counted,
  },
  connections: { pool: { ...places, number: 1, idle: 1 }, bulk: places },
};

/** What a server answers where every series of ours has been counted once. */
async function metricsText(): Promise<string> {
  const metrics = createMetrics({
    callsUnderWay: () => 1,
    bulkMessagesUnderWay: () => 1,
    shops: ['retail'],
    failingShops: async () => [],
    stores: async () => [{ shop: 'retail', thread: 'main', figures }],
    webhooks: () => [{ shop: 'retail', webhooks: [] }],
  });
  metrics.delivery(delivery, 'retail');
  metrics.missedEvents(1, 'retail');
  metrics.exchange(exchange, 'retail');
  metrics.journalFailure('retail');
  metrics.apiCall({
    requestId: '01',
    method: 'GET',
    route: 'getShop',
    shop: 'retail',
    status: 200,
    durationMs: 1,
    replyBytes: 10,
    remoteAddress: '',
  });
  return metrics.text();
}

/** As a row of the page says it: name, kind, labels. */
function rowsFrom(text: string): readonly string[] {
  return Array.from(text.matchAll(/^# TYPE (passerelle_\w+) (\w+)$/gm), ([, name = '', kind]) => {
    const [, labels = ''] = new RegExp(`^${name}(?:_bucket)?\\{(.*)\\} `, 'm').exec(text) ?? [];
    const names = Array.from(labels.matchAll(/(\w+)="/g), ([, label = '']) => label);
    return rowOf(
      name,
      kind,
      names.filter((label) => label !== 'le'),
    );
  }).sort();
}

const rowOf = (name = '', kind = '', labels: readonly string[] = []): string =>
  `${name}, ${kind}, by ${labels.toSorted().join(' ')}`;

test('the page’s table of metrics has each one with its kind and labels, and no others', async () => {
  const rows = Array.from(
    PAGE.matchAll(/^\| `(passerelle_\w+)` \| (\w+) \|(.*?)\| /gm),
    ([, name, kind, labels = '']) => rowOf(name, kind, labels.trim().split(', ').filter(Boolean)),
  );
  expect(rows.sort()).toEqual(rowsFrom(await metricsText()));
});

test('the page says how many series of exchanges there can be', () => {
  // Beside the resources, the push of a file and what strangers make up.
  const product = `${knownResources.length + 2} × ${EXCHANGE_OUTCOMES.length} series`;
  expect(PAGE.includes(product), product).toBe(true);
});
