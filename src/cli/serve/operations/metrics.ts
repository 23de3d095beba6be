import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CallRecord } from '../../../api/http/call-record.ts';
import type { Exchange } from '../../../shop/journal.ts';
import { knownResources } from '../../../wire/messages/resources.ts';
import { createStoreMetrics, type StoreReport } from './store-metrics.ts';
import { createWebhookMetrics, type WebhookCounts, type WebhookReport } from './webhook-metrics.ts';

export interface Metrics extends WebhookCounts {
  /** Counts one exchange that is over. */
  exchange(exchange: Exchange, shop: string): void;
  journalFailure(shop: string): void;
  /** Counts one call of the JSON API that is answered. */
  apiCall(call: CallRecord): void;
  readonly contentType: string;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

/** What is read at the moment of asking. */
export interface MetricsSources {
  callsUnderWay(): number;
  bulkMessagesUnderWay(): number;
  readonly shops: readonly string[];
  /** Names of the shops whose stores do not answer. */
  failingShops(): Promise<readonly string[]>;
  stores(): Promise<readonly StoreReport[]>;
  webhooks(): readonly WebhookReport[];
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
/** As the journal names the push of a document's file, which has no resource. */
const RESOURCES: ReadonlySet<string> = new Set([...knownResources, 'document']);

/** A name that a stranger made up must not become a series of its own. */
const resourceLabel = (resource: string): string => (RESOURCES.has(resource) ? resource : 'unknown');

/** The figures of one server; docs/operations.md lists them. */
export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const count = createExchangeCounts(registry);
  const apiCall = createApiCounts(registry);
  const webhooks = createWebhookMetrics(registry, sources.webhooks);
  addGauges(registry, sources);
  const showStores = createStoreMetrics(registry);
  return {
    ...count,
    ...webhooks,
    apiCall,
    contentType: registry.contentType,
    async text() {
      const histograms = showStores(await sources.stores());
      return `${await registry.metrics()}${histograms}`;
    },
  };
}

function createExchangeCounts(registry: Registry): Pick<Metrics, 'exchange' | 'journalFailure'> {
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const each = ['shop', 'resource'] as const;
  const exchanges = counter('passerelle_exchanges_total', 'Exchanges that are over.', [...each, 'outcome']);
  const requestBytes = counter('passerelle_request_bytes_total', 'Bytes of request bodies.', each);
  const replyBytes = counter('passerelle_reply_bytes_total', 'Bytes of reply bodies.', each);
  const records = counter('passerelle_records_total', 'Records of bulk messages and lists.', each);
  const failures = counter('passerelle_journal_failures_total', 'Exchanges that the journal missed.', [
    'shop',
  ]);
  const durations = new Histogram({
    name: 'passerelle_exchange_duration_seconds',
    help: 'From the first byte of a request to the last of its reply.',
    labelNames: ['resource'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    exchange(exchange, shop) {
      const labels = { shop, resource: resourceLabel(exchange.resource) };
      exchanges.inc({ ...labels, outcome: exchange.outcome });
      durations.observe({ resource: labels.resource }, exchange.durationMs / 1000);
      requestBytes.inc(labels, exchange.requestBytes);
      replyBytes.inc(labels, exchange.replyBytes);
      if (exchange.records) records.inc(labels, exchange.records);
    },
    journalFailure: (shop) => failures.inc({ shop }),
  };
}

/** Calls that no token was accepted for are nobody's, and those without a route `unknown`: both are few series. */
function createApiCounts(registry: Registry): Metrics['apiCall'] {
  const calls = new Counter({
    name: 'passerelle_api_calls_total',
    help: 'Calls of the JSON API that are answered.',
    labelNames: ['shop', 'route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'passerelle_api_call_duration_seconds',
    help: 'Of each call of the JSON API, until its reply is ready.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers: [registry],
  });
  return ({ shop = '', route = 'unknown', status, durationMs }) => {
    calls.inc({ shop, route, status });
    durations.observe({ route }, durationMs / 1000);
  };
}

function addGauges(registry: Registry, sources: MetricsSources): void {
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge('passerelle_calls_under_way', 'HTTP calls that are being answered.', sources.callsUnderWay);
  gauge(
    'passerelle_bulk_messages_under_way',
    'Bulk messages on the thread for them.',
    sources.bulkMessagesUnderWay,
  );
  new Gauge({
    name: 'passerelle_shop_up',
    help: '1 when the shop’s store answers, else 0.',
    labelNames: ['shop'],
    registers: [registry],
    async collect() {
      const failing = await sources.failingShops();
      for (const shop of sources.shops) this.set({ shop }, failing.includes(shop) ? 0 : 1);
    },
  });
}
