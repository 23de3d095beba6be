import type { ShopReader } from '../shop/reader.ts';
import type { Shop } from '../shop/shop.ts';
import type { ShopSide } from '../shop/shop-side.ts';
import type { OpenedShop } from './opened-shop.ts';
import type { ShopSpec } from './shop-spec.ts';

/** Somebody else's shop, open, with the parts that it has. */
export interface ForeignShop {
  readonly shop: Shop;
  /** None where what is stored cannot be read back. */
  readonly reader?: ShopReader;
  readonly offerOrderAgain?: ShopSide['offerOrderAgain'];
  /** One trivial read; rejects when the shop's place does not answer. */
  probe?(): Promise<unknown>;
}

/** The shop with a store of ours beside it, for the journal, the keys, the tokens, and the people of the console. It is closed when that does not open. */
export async function besideStore(
  { shop, reader, offerOrderAgain, probe }: ForeignShop,
  { sideUrl, store }: Pick<ShopSpec, 'sideUrl' | 'store'>,
): Promise<OpenedShop> {
  try {
    const { openStore } = await import('../store/open.ts');
    const { backoffice, figures, close } = await openStore({ ...store, url: sideUrl });
    return {
      shop,
      reader,
      offerOrderAgain,
      journal: backoffice,
      accessKeys: backoffice,
      apiTokens: backoffice,
      alerting: backoffice,
      consoleAccounts: backoffice,
      auditTrail: backoffice,
      probe: () => Promise.all([probe?.(), backoffice.keys()]),
      figures,
      async close() {
        await shop.close();
        await close();
      },
    };
  } catch (error) {
    await shop.close();
    throw error;
  }
}
