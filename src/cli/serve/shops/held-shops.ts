import { shopKindOf } from '../../../composition/shop-kinds.ts';
import type { ShopConfiguration } from '../../configuration/resolve.ts';
import type { ServerLog } from '../operations/log.ts';
import { type HeldShop, holdShop } from './held-shop.ts';

export interface HoldShopsOptions {
  readonly log: ServerLog;
  /** A shop that opened after the start had no key: this one was made. */
  onLateKey(shop: string, key: string): void;
}

/** All shops of a server. Rejects, with everything closed again, when one cannot be held. */
export async function holdShops(
  shops: readonly ShopConfiguration[],
  { log, onLateKey }: HoldShopsOptions,
): Promise<readonly HeldShop[]> {
  const outcomes = await Promise.allSettled(
    shops.map((shop) =>
      holdShop(shop, {
        waits: shopKindOf(shop.store).waits,
        onAway: (error) => log.shopAway(shop.name, error),
        onOpened(newKey) {
          log.shopOpened(shop.name);
          if (newKey !== undefined) onLateKey(shop.name, newKey);
        },
      }),
    ),
  );
  const held = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const refused = outcomes.find(({ status }) => status === 'rejected');
  if (refused?.status !== 'rejected') return held;
  await closeShops(held);
  throw refused.reason;
}

export async function closeShops(shops: readonly HeldShop[]): Promise<void> {
  for (const shop of shops) await shop.close();
}
