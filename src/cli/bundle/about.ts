import { basename } from 'node:path';
import type { Configuration, ShopConfiguration } from '../configuration/resolve.ts';
import { packageVersion } from '../version.ts';

/** The server and its settings, for whoever looks for a fault: named one by one, so that a new setting that is secret stays out. */
export const aboutServer = ({ limits, journal }: Configuration, shop: ShopConfiguration): object => ({
  passerelle: packageVersion(),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  shop: {
    name: shop.name,
    // Where it is, who may open it and where else are nobody's business.
    store: shop.store.slice(0, shop.store.indexOf(':')),
    language: shop.language,
    timeZone: shop.timeZone,
    profile: shop.profile,
    unescapeQuotes: shop.unescapeQuotes,
    clearable: shop.clearable,
    taxGroups: shop.taxGroups,
    centimetresPerUnit: shop.centimetresPerUnit,
    kilogramsPerUnit: shop.kilogramsPerUnit,
    priceRules: shop.priceRules,
    priceLevels: shop.priceLevels,
    allowZeroPrices: shop.allowZeroPrices,
    finalState: shop.finalState,
    importableStates: shop.importableStates,
    owned: shop.owned,
    decorators: shop.decorators.map(({ module }) => basename(module)),
  },
  limits,
  journal,
});
