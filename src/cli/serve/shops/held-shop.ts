import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiShop } from '../../../api/options.ts';
import { openShop } from '../../../composition/open-shop.ts';
import type { ComposedShop, OpenedShop } from '../../../composition/opened-shop.ts';
import type { ShopSpec } from '../../../composition/shop-spec.ts';
import { fail, PasserelleError } from '../../../domain/error.ts';
import type { OpenSheets } from '../../../sheets/sheets.ts';
import { createKeyRing } from '../../../webservice/gate.ts';
import { orderMessage } from '../../../webservice/order-message.ts';
import type { ServedShop } from '../../../webservice/served-shop.ts';
import type { ShopConfiguration } from '../../configuration/resolve.ts';
import { ensureKeys } from '../../keys.ts';
import { servedSettings, shopSpec } from '../settings.ts';
import { openShopSheets } from './shop-sheets.ts';

/** A shop of the server. It is open, or will be once its database answers: until then it refuses every call. */
export interface HeldShop {
  readonly served: ServedShop;
  /** The same one, as the JSON API serves it, but for what the server does itself. */
  readonly api: Omit<ApiShop, 'replays'>;
  readonly spec: ShopSpec;
  readonly sheets: OpenSheets['sheets'];
  isOpen(): boolean;
  /** Throws `store_unavailable` while it is not open. */
  opened(): ComposedShop;
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

interface Opening {
  readonly shop: ComposedShop;
  readonly newKey: string | undefined;
}

/** Opens the shop. Rejects when it does not open and is not waited for, or for another reason than being away. */
export async function holdShop(shop: ShopConfiguration, hold: HoldOptions): Promise<HeldShop> {
  const spec = shopSpec(shop);
  const sheets = await openShopSheets(shop);
  const open = (): Promise<Opening> => openWithKeys(shop, spec);
  const stopping = new AbortController();
  let opening: Opening | undefined;
  let attempts: Promise<void> | undefined;

  try {
    opening = await open();
  } catch (error) {
    if (!hold.waits || !isAway(error)) {
      sheets?.close();
      throw error;
    }
    hold.onAway(error);
    attempts = openLater(open, { ...hold, signal: stopping.signal }).then((late) => {
      opening = late;
      if (late) hold.onOpened(late.newKey);
    });
  }

  const opened = (): ComposedShop => {
    if (!opening) throw fail('store_unavailable');
    return opening.shop;
  };
  const isOpen = (): boolean => opening !== undefined;
  const served = servedShop(shop, { opened, isOpen, sheets });
  return {
    served,
    api: {
      name: shop.name,
      language: shop.language,
      mainLanguage: shop.mainLanguage,
      timeZone: shop.timeZone,
      orderMessage: async (id) => orderMessage(id, { ...served, shop: await opened().untouched() }),
      opened,
    },
    spec,
    sheets: sheets?.sheets ?? [],
    isOpen,
    opened,
    newKey: opening?.newKey,
    async close() {
      stopping.abort();
      await attempts;
      sheets?.close();
      await opening?.shop.close();
    },
  };
}

const isAway = (error: unknown): boolean =>
  error instanceof PasserelleError && error.code === 'store_unavailable';

async function openWithKeys(settings: ShopConfiguration, spec: ShopSpec): Promise<Opening> {
  const shop = await openShop(spec);
  try {
    return { shop, newKey: await ensureKeys(shop.accessKeys, settings) };
  } catch (error) {
    await shop.close();
    throw error;
  }
}

interface Waiting extends HoldOptions {
  readonly signal: AbortSignal;
}

/** Gives undefined only when it was stopped. Whatever is wrong is told, and may have been put right at the next attempt. */
async function openLater(
  open: () => Promise<Opening>,
  { firstWaitMs = FIRST_WAIT_MS, signal, onAway }: Waiting,
): Promise<Opening | undefined> {
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

/** As the endpoint serves a shop of these settings. */
export function servedShop(
  shop: ShopConfiguration,
  {
    opened,
    isOpen,
    sheets,
  }: Pick<HeldShop, 'isOpen'> & { opened(): OpenedShop; readonly sheets: OpenSheets | undefined },
): ServedShop {
  return {
    ...servedSettings(shop),
    get shop() {
      return opened().shop;
    },
    journal: {
      // What a shop without a store refuses is in the log alone.
      recordExchange: async (exchange) => (isOpen() ? opened().journal.recordExchange(exchange) : undefined),
    },
    keys: createKeyRing({
      load: async () =>
        (await opened().accessKeys.keys()).flatMap(({ sha256, revokedAt }) =>
          revokedAt === undefined ? [sha256] : [],
        ),
    }),
    ...(sheets && { transformXml: sheets }),
  };
}
