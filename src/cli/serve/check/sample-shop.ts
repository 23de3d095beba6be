import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShop } from '../../../composition/open-shop.ts';
import { shopSideOf } from '../../../composition/opened-shop.ts';
import type { ServedShop } from '../../../webservice/served-shop.ts';
import type { ShopConfiguration } from '../../configuration/resolve.ts';
import { loadSample } from '../../import/sample.ts';
import { shopSpec } from '../settings.ts';
import { servedShop } from '../shops/held-shop.ts';
import { openShopSheets } from '../shops/shop-sheets.ts';

/** A shop that may be written to, with somebody else's settings. */
export interface SampleShop {
  readonly served: ServedShop;
  /** An order that may be confirmed. */
  readonly order: string;
}

/** Gives `work` the sample shop in a store of its own, under the settings of a shop; nothing of it is left. */
export async function withSampleShop<T>(
  settings: ShopConfiguration,
  work: (sample: SampleShop) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-check-'));
  const { importableStates: _, ...others } = settings;
  const store = `sqlite:${join(folder, 'shop.sqlite')}`;
  const copy = { ...others, store, sideStore: store, blobs: join(folder, 'blobs') };
  try {
    const opened = await openShop(shopSpec(copy));
    const sheets = await openShopSheets(copy).catch(async (error: unknown) => {
      await opened.close();
      throw error;
    });
    try {
      const { shop } = opened;
      await loadSample({ shop, shopSide: shopSideOf(opened) });
      return await work({
        served: servedShop(copy, { opened: () => opened, isOpen: () => true, sheets }),
        order: await firstOrder(shop),
      });
    } finally {
      sheets?.close();
      await opened.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function firstOrder(shop: ServedShop['shop']): Promise<string> {
  for await (const [first] of shop.listOrders({})) if (first) return first.id;
  throw new Error('the sample shop has orders');
}
