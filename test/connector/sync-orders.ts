import type { ErpSource } from '../../src/connector/erp-source.ts';
import { createRemoteShop } from '../../src/connector/remote/remote-shop.ts';
import type { SyncOptions } from '../../src/connector/sync/options.ts';
import type { SyncReport } from '../../src/connector/sync/report.ts';
import { sync } from '../../src/connector/sync/sync.ts';
import { EDITION, PROFILE } from '../../src/connector/testing/fixtures.ts';
import type { Shop } from '../../src/shop/shop.ts';

export const FINAL_STATE = 'done';

export interface OrderRun {
  readonly url: string;
  readonly key: string;
  readonly stateFolder: string;
  readonly source: ErpSource;
  readonly around?: (shop: Shop) => Shop;
  readonly events?: SyncOptions['events'];
}

/** One run of the order flow, over real HTTP. */
export async function syncOrdersOnce(run: OrderRun): Promise<SyncReport> {
  const { url, key, stateFolder, source, around, events } = run;
  const remote = createRemoteShop({ url, key });
  try {
    return await sync({
      source,
      shop: around?.(remote) ?? remote,
      profile: PROFILE,
      edition: EDITION,
      stateFolder,
      flows: ['orders'],
      finalState: FINAL_STATE,
      ...(events && { events }),
    });
  } finally {
    await remote.close();
  }
}

/** Runs until one is complete, as an interval does; a few times are enough. */
export async function syncUntilComplete(run: OrderRun): Promise<void> {
  for (let times = 1; times <= 5; times += 1) {
    const { outcome } = await syncOrdersOnce(run);
    if (outcome === 'complete') return;
  }
  throw new Error('five runs and not complete');
}
