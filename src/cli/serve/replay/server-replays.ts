import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aboutServer } from '../../bundle/about.ts';
import type { Configuration } from '../../configuration/resolve.ts';
import { replaySettings } from '../../replay/settings.ts';
import type { BulkThread } from '../bulk/runner.ts';
import type { ServerLog } from '../operations/log.ts';
import { processFolder } from '../process-folder.ts';
import type { HeldShop } from '../shops/held-shop.ts';
import { createShopReplays, type ShopReplays } from './shop-replays.ts';

interface ServerReplaysOptions {
  readonly configuration: Configuration;
  readonly shops: readonly HeldShop[];
  readonly bulk: BulkThread;
  readonly log: Pick<ServerLog, 'exchange'>;
  readonly stopping: AbortSignal;
}

/** Of each shop, by its name. Copies that a killed server has left are deleted. */
export function createServerReplays(options: ServerReplaysOptions): ReadonlyMap<string, ShopReplays> {
  const { configuration, shops, bulk, log, stopping } = options;
  const folder = processFolder(join(configuration.data, 'replays'));
  // Containers count their processes alike: what has this one's number may be another's.
  rmSync(folder, { recursive: true, force: true });
  return new Map(
    shops.map(({ served, opened }, index) => {
      const shop = configuration.shops[index] ?? configuration.shops[0];
      const replays = createShopReplays({
        settings: replaySettings(shop, configuration),
        bundled: { ...shop, about: aboutServer(configuration, shop) },
        folder,
        stopping,
        opened,
        runBulk: bulk.run,
        onExchange: log.exchange,
        ...(served.transformXml && { transformXml: served.transformXml }),
      });
      return [served.name, replays] as const;
    }),
  );
}
