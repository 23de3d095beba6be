import { setTimeout as sleep } from 'node:timers/promises';
import { fail, PasserelleError } from '../../domain/error.ts';
import { openStore, type Store } from '../../store/open.ts';
import type { StoreOptions } from '../../store/options.ts';
import { createKeyRing } from '../../webservice/gate.ts';
import type { ServedShop } from '../../webservice/served-shop.ts';
import type { ShopConfiguration } from '../configuration/resolve.ts';
import { ensureKeys } from '../keys.ts';
import { storeOptions, wireOptions } from './settings.ts';

/** A shop of the server. Its store is open, or will be once its database answers: until then it refuses every call. */
export interface HeldShop {
  readonly served: ServedShop;
  readonly options: StoreOptions;
  /** Whether the store is open. */
  isOpen(): boolean;
  /** Throws `store_unavailable` while it is not open. */
  store(): Store;
  /** The key that was made because there was none; to be shown once. */
  readonly newKey: string | undefined;
  close(): Promise<void>;
}

export interface HoldOptions {
  /**
   * Whether a store that does not answer now is waited for, as one behind a network is. A file that does not open needs
   * a person, who is told at once.
   */
  readonly waits: boolean;
  readonly firstWaitMs?: number;
  onAway(error: unknown): void;
  /** Told when a store that was away has opened, with the key that was made. */
  onOpened(newKey: string | undefined): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

interface Opened {
  readonly store: Store;
  readonly newKey: string | undefined;
}

/** Opens the shop's store. Rejects when it does not open and is not waited for, or for another reason than being away. */
export async function holdShop(shop: ShopConfiguration, hold: HoldOptions): Promise<HeldShop> {
  const options = storeOptions(shop);
  const open = (): Promise<Opened> => openWithKeys(shop, options);
  const stopping = new AbortController();
  let opened: Opened | undefined;
  let attempts: Promise<void> | undefined;

  try {
    opened = await open();
  } catch (error) {
    if (!hold.waits || !isAway(error)) throw error;
    hold.onAway(error);
    attempts = openLater(open, { ...hold, signal: stopping.signal }).then((late) => {
      opened = late;
      if (late) hold.onOpened(late.newKey);
    });
  }

  const store = (): Store => {
    if (!opened) throw fail('store_unavailable');
    return opened.store;
  };
  return {
    served: servedShop(shop, store, () => opened !== undefined),
    options,
    isOpen: () => opened !== undefined,
    store,
    newKey: opened?.newKey,
    async close() {
      stopping.abort();
      await attempts;
      await opened?.store.close();
    },
  };
}

const isAway = (error: unknown): boolean =>
  error instanceof PasserelleError && error.code === 'store_unavailable';

async function openWithKeys(shop: ShopConfiguration, options: StoreOptions): Promise<Opened> {
  const store = await openStore(options);
  try {
    return { store, newKey: await ensureKeys(store, shop) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Waiting extends HoldOptions {
  readonly signal: AbortSignal;
}

/** Gives undefined only when it was stopped. Whatever is wrong is told, and may have been put right at the next attempt. */
async function openLater(
  open: () => Promise<Opened>,
  { firstWaitMs = FIRST_WAIT_MS, signal, onAway }: Waiting,
): Promise<Opened | undefined> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    await sleep(waitMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return undefined;
    try {
      return await open();
    } catch (error) {
      onAway(error);
    }
  }
}

function servedShop(shop: ShopConfiguration, store: () => Store, isOpen: () => boolean): ServedShop {
  return {
    name: shop.name,
    get shop() {
      return store().shop;
    },
    journal: {
      // What a shop without a store refuses is in the log alone.
      recordExchange: async (exchange) =>
        isOpen() ? store().backoffice.recordExchange(exchange) : undefined,
    },
    keys: createKeyRing({
      load: async () =>
        (await store().backoffice.keys()).flatMap(({ sha256, revokedAt }) =>
          revokedAt === undefined ? [sha256] : [],
        ),
    }),
    wire: wireOptions(shop),
    language: shop.language,
    priceRuleMode: shop.priceRules,
    ...(shop.finalState !== undefined && { finalState: shop.finalState }),
  };
}
