import { fileURLToPath } from 'node:url';
import { readSetupCode } from '../../console/accounts/setup-code.ts';
import { type Console, createConsole } from '../../console/console.ts';
import type { ConsoleShop } from '../../console/options.ts';
import { createExchangeId } from '../../webservice/exchange-id.ts';
import type { FailureDelays } from '../../webservice/gate.ts';
import type { Configuration } from '../configuration/resolve.ts';
import { packageVersion } from '../version.ts';
import { createShopCheck } from './check/shop-check.ts';
import { connectionOf } from './connection.ts';
import type { ServerLog } from './operations/log.ts';
import type { Metrics } from './operations/metrics.ts';
import type { HeldShop } from './shops/held-shop.ts';

/** The same place from the source and from the package. */
const PAGES = fileURLToPath(new URL('../../../console/dist', import.meta.url));

export interface ServerConsoleOptions {
  readonly configuration: Configuration;
  readonly shops: readonly HeldShop[];
  readonly log: ServerLog;
  readonly metrics: Metrics;
  readonly delays: FailureDelays;
}

export function createServerConsole(options: ServerConsoleOptions): Console {
  const { configuration, shops, log, metrics, delays } = options;
  const check = createShopCheck(configuration);
  const [first, ...others] = shops.map((shop, index): ConsoleShop => {
    const { name, language, timeZone } = shop.api;
    const settings = configuration.shops[index] ?? configuration.shops[0];
    return {
      name,
      language,
      timeZone,
      connection: connectionOf(settings, { isFirst: index === 0 }),
      check: (asked) => check(shop, asked),
      opened: shop.opened,
    };
  });
  if (!first) throw new Error('a configuration has at least one shop');
  return createConsole({
    shops: [first, ...others],
    version: packageVersion(),
    features: { replay: true, guard: true, alerts: true },
    isTls: configuration.tls !== undefined,
    pages: PAGES,
    afterRefusal: delays.afterFailure,
    createRequestId: () => createExchangeId(),
    onCall(call) {
      metrics.apiCall(call);
      log.apiCall(call);
    },
    onFailure: log.failure,
  });
}

/**
 * What a start prints, so that somebody may make the console's first user. Of a store that does not answer yet,
 * `passerelle users setup-code` tells it later.
 */
export async function setupCodeOf({
  shops: [first],
  log,
}: Pick<ServerConsoleOptions, 'shops' | 'log'>): Promise<string | undefined> {
  if (!first?.isOpen()) return undefined;
  return readSetupCode(first.opened().consoleAccounts).catch((error: unknown) => {
    log.failure(error);
    return undefined;
  });
}
