import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Users } from '../../api/access/users.ts';
import { type ApiHandler, createApi } from '../../api/api.ts';
import { REFERENCE_PATH } from '../../api/base-path.ts';
import { CONSOLE_PATH } from '../../console/base-path.ts';
import type { Sender } from '../../webhooks/send.ts';
import { createEndpoint } from '../../webservice/endpoint.ts';
import { createExchangeId } from '../../webservice/exchange-id.ts';
import { createFailureDelays, type FailureDelays } from '../../webservice/gate.ts';
import { createSpool } from '../../webservice/intake/spool.ts';
import { createProxyTrust } from '../../webservice/node.ts';
import type { Configuration } from '../configuration/resolve.ts';
import { startShopAlerts } from './alerts.ts';
import { lateKey, welcome } from './announce.ts';
import { type BulkThread, createBulkThread } from './bulk/runner.ts';
import { createServerConsole, setupCodeOf } from './console.ts';
import { createEndpointRoute, ENDPOINT } from './http/endpoint-route.ts';
import { createApiRoute, createConsoleRoute } from './http/fetch-routes.ts';
import { type HttpServer, startHttp } from './http/http.ts';
import { createListener } from './http/routes.ts';
import { createFolderCache } from './image-cache.ts';
import { createServerLog, type ServerLog } from './operations/log.ts';
import { createMetrics, type Metrics } from './operations/metrics.ts';
import { createReadiness } from './operations/readiness.ts';
import { createOperationsRoutes } from './operations/routes.ts';
import type { StoreReport } from './operations/store-metrics.ts';
import { processFolder } from './process-folder.ts';
import { createServerReplays } from './replay/server-replays.ts';
import type { ShopReplays } from './replay/shop-replays.ts';
import { apiLimits, endpointLimits, payloadCharacters } from './settings.ts';
import type { HeldShop } from './shops/held-shop.ts';
import { closeShops, holdShops } from './shops/held-shops.ts';
import { startPruning } from './shops/pruning.ts';
import { senderFor, startWebhooks, type WebhookDelivery } from './webhooks.ts';

/** A running server. */
export interface Server {
  /** Of the first shop's endpoint. */
  readonly url: string;
  /** Ends what is under way, takes nothing new, and closes the stores. */
  stop(): Promise<void>;
}

export interface ServeOutput {
  /** Standard output: what a person or a script waits for. */
  print(line: string): void;
}

/**
 * Opens every shop and answers on the configured address. Rejects when it cannot, with everything closed again; a store
 * behind a network that does not answer yet is waited for while the other shops are served.
 */
export async function serve(configuration: Configuration, { print }: ServeOutput): Promise<Server> {
  mkdirSync(configuration.data, { recursive: true });
  const log = createServerLog({ level: configuration.logLevel });
  const shops = await holdShops(configuration.shops, {
    log,
    onLateKey: (name, key) => print(lateKey(configuration.language, name, key)),
  });
  const bulk = createBulkThread(Object.fromEntries(shops.map(({ served, spec }) => [served.name, spec])));
  const stopping = new AbortController();
  const { signal } = stopping;
  const server: Running = {
    configuration,
    shops,
    bulk,
    log,
    sender: senderFor(configuration),
    replays: createServerReplays({ configuration, shops, bulk, log, stopping: signal }),
    stopping,
  };
  const { http, webhooks } = await startServer(server).catch(async (error: unknown) => {
    await closeAll(server);
    throw error;
  });
  const { journal, changes, api, webhooks: told } = configuration;
  const pruning = startPruning(shops, {
    journal,
    changes,
    requestHours: api.idempotencyHours,
    webhookDays: told.logDays,
    auditDays: configuration.console.auditDays,
    onError: log.failure,
  });
  const alerts = startShopAlerts(server);
  const url = `${http.url}${ENDPOINT}`;
  const console = configuration.console.enabled && {
    url: `${http.url}${CONSOLE_PATH}`,
    setupCode: await setupCodeOf(server),
  };
  for (const line of welcome({ url, configuration, shops, console })) print(line);
  log.event('started', { url, shops: shops.map(({ served }) => served.name), node: process.version });
  return {
    url,
    async stop() {
      server.stopping.abort();
      log.event('stopping', { callsUnderWay: http.callsUnderWay() });
      pruning.stop();
      const [cutOff] = await Promise.all([http.stop(), webhooks.stop(), alerts.stop()]);
      await closeAll(server);
      log.event('stopped', { cutOff });
    },
  };
}

interface Running {
  readonly configuration: Configuration;
  readonly shops: readonly HeldShop[];
  readonly bulk: BulkThread;
  readonly log: ServerLog;
  /** Of webhooks. */
  readonly sender: Sender;
  /** By the shop's name. */
  readonly replays: ReadonlyMap<string, ShopReplays>;
  readonly stopping: AbortController;
}

interface Started {
  readonly http: HttpServer;
  readonly webhooks: WebhookDelivery;
}

async function startServer(server: Running): Promise<Started> {
  const { configuration, shops, bulk, log } = server;
  const readiness = createReadiness({
    shops: shops.map(({ served, opened }) => ({
      name: served.name,
      probe: async () => opened().probe(),
    })),
  });
  let http: HttpServer | undefined;
  let webhooks: WebhookDelivery | undefined;
  const metrics = createMetrics({
    callsUnderWay: () => http?.callsUnderWay() ?? 0,
    bulkMessagesUnderWay: bulk.underWay,
    shops: shops.map(({ served }) => served.name),
    failingShops: readiness.failing,
    stores: () => storeReports(server),
    webhooks: () => webhooks?.reports() ?? [],
  });
  // Who tries keys tries tokens: what an address has done there counts here.
  const delays = createFailureDelays();
  const trust = createProxyTrust(configuration.trustedProxies);
  const endpoint = createServerEndpoint(server, { metrics, delays });
  const console = configuration.console.enabled
    ? createServerConsole({ ...server, metrics, delays })
    : undefined;
  const api = createServerApi(server, { metrics, delays, users: console?.users });
  const isStopping = (): boolean => server.stopping.signal.aborted;
  const routes = [
    createEndpointRoute(endpoint, { ...configuration, trust }),
    createApiRoute(api, trust),
    ...(console ? [createConsoleRoute(console.answer, trust)] : []),
    ...createOperationsRoutes({ configuration, readiness, metrics, isStopping }),
  ];
  http = await startHttp(
    createListener(routes, `Webservice: ${ENDPOINT}, console: ${CONSOLE_PATH}, API: ${REFERENCE_PATH}`),
    configuration,
  );
  webhooks = startWebhooks({ configuration, shops, sender: server.sender, log, metrics });
  return { http, webhooks };
}

/** Of the stores that are open, in both threads. */
async function storeReports({ shops, bulk }: Running): Promise<readonly StoreReport[]> {
  const inBulk = Object.entries(await bulk.figures());
  return [
    ...shops
      .filter((shop) => shop.isOpen())
      .map((shop) => ({
        shop: shop.served.name,
        thread: 'main' as const,
        figures: shop.opened().figures(),
      })),
    ...inBulk.map(([shop, figures]) => ({ shop, thread: 'bulk' as const, figures })),
  ];
}

interface Watch {
  readonly metrics: Metrics;
  readonly delays: FailureDelays;
}

function createServerEndpoint({ configuration, shops, bulk, log }: Running, { metrics, delays }: Watch) {
  const limits = endpointLimits(configuration.limits);
  const [first, ...others] = shops.map(({ served }) => served);
  if (!first) throw new Error('a configuration has at least one shop');
  return createEndpoint({
    shops: [first, ...others],
    limits,
    spool: createSpool(processFolder(join(configuration.data, 'spool')), limits),
    runBulk: bulk.run,
    delays,
    payloadCharacters: payloadCharacters(configuration.journal),
    onExchange(exchange, shop, error) {
      metrics.exchange(exchange, shop);
      log.exchange(exchange, shop, error);
    },
    onJournalFailure(exchange, shop, error) {
      metrics.journalFailure(shop);
      log.journalFailure(exchange, shop, error);
    },
  });
}

function createServerApi(
  { configuration, shops, log, sender, replays, stopping }: Running,
  { metrics, delays, users }: Watch & { readonly users: Users | undefined },
): ApiHandler {
  return createApi({
    shops: shops.map(({ api }) => ({ ...api, replays: ofShop(replays, api.name) })),
    ...(users && { users }),
    limits: apiLimits(configuration),
    corsOrigins: configuration.api.corsOrigins,
    imageCache: createFolderCache({
      folder: join(configuration.data, 'images'),
      mostBytes: configuration.api.imageCacheBytes,
      onFailure: log.failure,
    }),
    webhookCalls: { sender, ranges: configuration.webhooks.allow },
    stopping: stopping.signal,
    afterRefusal: delays.afterFailure,
    createRequestId: () => createExchangeId(),
    onCall(call) {
      metrics.apiCall(call);
      log.apiCall(call);
    },
    onFailure: log.failure,
  });
}

function ofShop(replays: Running['replays'], name: string): ShopReplays {
  const found = replays.get(name);
  if (!found) throw new Error(`no shop named ${name}`);
  return found;
}

async function closeAll({ bulk, shops, sender, replays }: Running): Promise<void> {
  sender.close();
  for (const shop of replays.values()) await shop.end();
  await bulk.close();
  await closeShops(shops);
}
