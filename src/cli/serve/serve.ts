import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../store/open.ts';
import type { StoreOptions } from '../../store/options.ts';
import { createEndpoint } from '../../webservice/endpoint.ts';
import { createFailureDelays, createKeyRing } from '../../webservice/gate.ts';
import type { ServedShop } from '../../webservice/served-shop.ts';
import { createSpool } from '../../webservice/spool.ts';
import type { Configuration, ShopConfiguration } from '../configuration/resolve.ts';
import { ensureKeys } from '../keys.ts';
import { welcome } from './announce.ts';
import { createBulkThread } from './bulk-runner.ts';
import { startHttp } from './http.ts';
import { createServerLog } from './log.ts';
import { startPruning } from './pruning.ts';
import { endpointLimits, storeOptions, wireOptions } from './settings.ts';
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

/** Opens every shop and answers on the configured address. Rejects when it cannot, with everything closed again. */
export async function serve(configuration: Configuration, { print }: ServeOutput): Promise<Server> {
  mkdirSync(configuration.data, { recursive: true });
  const opened = await openShops(configuration.shops);
  const log = createServerLog();
  const limits = endpointLimits(configuration.limits);
  const bulk = createBulkThread(storesByName(opened));
  const [first, ...others] = opened.map(({ served }) => served);
  if (!first) throw new Error('a configuration has at least one shop');
  const endpoint = createEndpoint({
    shops: [first, ...others],
    limits,
    spool: createSpool(spoolFolder(join(configuration.data, 'spool')), limits),
    runBulk: bulk.run,
    delays: createFailureDelays(),
    payloadCharacters: configuration.journal.payloadBytes,
    onExchange: log.exchange,
  });
  const closeStores = async (): Promise<void> => {
    await bulk.close();
    for (const { store } of opened) await store.close();
  };
  const http = await startHttp(endpoint, configuration).catch(async (error: unknown) => {
    await closeStores();
    throw error;
  });
  const pruning = startPruning(
    opened.map(({ store }) => store.backoffice),
    { bounds: configuration.journal, onError: log.failure },
  );
  for (const line of welcome({ url: http.url, configuration, keys: newKeys(opened) })) print(line);
  return {
    url: http.url,
    async stop() {
      pruning.stop();
      await http.stop();
      await closeStores();
    },
  };
}

interface OpenedShop {
  readonly served: ServedShop;
  readonly store: Store;
  readonly options: StoreOptions;
  /** The key that was made because there was none; shown once. */
  readonly newKey: string | undefined;
}

async function openShops(shops: readonly ShopConfiguration[]): Promise<readonly OpenedShop[]> {
  const opened: OpenedShop[] = [];
  try {
    for (const shop of shops) opened.push(await openShop(shop));
    return opened;
  } catch (error) {
    for (const { store } of opened) await store.close();
    throw error;
  }
}

async function openShop(shop: ShopConfiguration): Promise<OpenedShop> {
  const options = storeOptions(shop);
  const store = await openStore(options);
  const newKey = await ensureKeys(store, shop);
  return { served: servedShop(shop, store), store, options, newKey };
}

function servedShop(shop: ShopConfiguration, { shop: port, backoffice }: Store): ServedShop {
  return {
    name: shop.name,
    shop: port,
    journal: backoffice,
    keys: createKeyRing({
      load: async () =>
        (await backoffice.keys()).flatMap(({ sha256, revokedAt }) =>
          revokedAt === undefined ? [sha256] : [],
        ),
    }),
    wire: wireOptions(shop),
    language: shop.language,
    priceRuleMode: shop.priceRules,
    ...(shop.finalState !== undefined && { finalState: shop.finalState }),
  };
}

const storesByName = (opened: readonly OpenedShop[]): Readonly<Record<string, StoreOptions>> =>
  Object.fromEntries(opened.map(({ served, options }) => [served.name, options]));

const newKeys = (opened: readonly OpenedShop[]): ReadonlyMap<string, string> =>
  new Map(opened.flatMap(({ served, newKey }) => (newKey === undefined ? [] : [[served.name, newKey]])));
