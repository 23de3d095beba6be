import { type OpenSheets, openSheets } from '../../../sheets/sheets.ts';
import type { ShopConfiguration } from '../../configuration/resolve.ts';
import { sheetsOptions } from '../settings.ts';

/** A shop's sheets, compiled; none where it has no folder of them. Rejects as `openSheets` does. */
export async function openShopSheets(shop: ShopConfiguration): Promise<OpenSheets | undefined> {
  const options = sheetsOptions(shop);
  return options && openSheets(options);
}
