import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEndpoint } from '../../webservice/endpoint.ts';
import { createFailureDelays } from '../../webservice/gate.ts';
import { createSpool } from '../../webservice/spool.ts';
import type { Configuration } from '../configuration/resolve.ts';
import { lateKey, welcome } from './announce.ts';
import { type BulkThread, createBulkThread } from './bulk-runner.ts';
import type { HeldShop } from './held-shop.ts';
import { closeShops, holdShops } from './held-shops.ts';
import { type HttpServer, startHttp } from './http.ts';
import { createServerLog, type ServerLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { startPruning } from './pruning.ts';
import { createReadiness } from './readiness.ts';
import { createRoutes, ENDPOINT } from './routes.ts';
import { endpointLimits } from './settings.ts';
import { spoolFolder } from './spool-folder.ts';

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
  const bulk = createBulkThread(
    Object.fromEntries(shops.map(({ served, options }) => [served.name, options])),
  );
  const server: Running = { configuration, shops, bulk, log, stopping: false };
  const http = await startServer(server).catch(async (error: unknown) => {
    await closeStores(server);
    throw error;
  });
  const pruning = startPruning(shops, { bounds: configuration.journal, onError: log.failure });
  const url = `${http.url}${ENDPOINT}`;
  for (const line of welcome({ url, configuration, shops })) print(line);
  log.event('started', { url, shops: shops.map(({ served }) => served.name), node: process.version });
  return {
    url,
    async stop() {
      server.stopping = true;
      log.event('stopping', { callsUnderWay: http.callsUnderWay() });
      pruning.stop();
      const cutOff = await http.stop();
      await closeStores(server);
      log.event('stopped', { cutOff });
    },
  };
}

interface Running {
  readonly configuration: Configuration;
  readonly shops: readonly HeldShop[];
  readonly bulk: BulkThread;
  readonly log: ServerLog;
  stopping: boolean;
}

async function startServer(server: Running): Promise<HttpServer> {
  const { configuration, shops, bulk } = server;
  const readiness = createReadiness({
    shops: shops.map(({ served, store }) => ({
      name: served.name,
      probe: async () => store().backoffice.keys(),
    })),
  });
  let http: HttpServer | undefined;
  const metrics = createMetrics({
    callsUnderWay: () => http?.callsUnderWay() ?? 0,
    bulkMessagesUnderWay: bulk.underWay,
    shops: shops.map(({ served }) => served.name),
    failingShops: readiness.failing,
  });
  const endpoint = createServerEndpoint(server, metrics);
  const isStopping = (): boolean => server.stopping;
  http = await startHttp(
    createRoutes({ endpoint, configuration, readiness, metrics, isStopping }),
    configuration,
  );
  return http;
}

function createServerEndpoint(
  { configuration, shops, bulk, log }: Running,
  metrics: ReturnType<typeof createMetrics>,
) {
  const limits = endpointLimits(configuration.limits);
  const [first, ...others] = shops.map(({ served }) => served);
  if (!first) throw new Error('a configuration has at least one shop');
  return createEndpoint({
    shops: [first, ...others],
    limits,
    spool: createSpool(spoolFolder(join(configuration.data, 'spool')), limits),
    runBulk: bulk.run,
    delays: createFailureDelays(),
    payloadCharacters: configuration.journal.payloadBytes,
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

async function closeStores({ bulk, shops }: Running): Promise<void> {
  await bulk.close();
  await closeShops(shops);
}
