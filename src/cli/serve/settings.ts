import type { ApiLimits } from '../../api/options.ts';
import type { ShopSpec, TransformsSpec } from '../../composition/shop-spec.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { GuardLimits } from '../../domain/guard.ts';
import { defined } from '../../domain/optional.ts';
import type { SheetsOptions } from '../../sheets/sheets.ts';
import type { StoreOptions } from '../../store/options.ts';
import { DEFAULT_LIMITS, type EndpointLimits } from '../../webservice/limits.ts';
import type { ServedShop } from '../../webservice/served-shop.ts';
import type { WireOptions } from '../../wire/messages/codec.ts';
import type { Configuration, ShopConfiguration } from '../configuration/resolve.ts';

/** From what a person configures to what each part takes. */
export const storeOptions = (shop: ShopConfiguration): StoreOptions => ({
  url: shop.store,
  schema: shop.schema,
  poolSize: shop.postgres.poolSize,
  connectTimeoutMs: shop.postgres.connectSeconds * 1000,
  statementTimeoutMs: shop.postgres.statementSeconds * 1000,
  record: shop.record,
  blobFolder: shop.blobs,
  timeZone: shop.timeZone,
  pricing: { allowZero: shop.allowZeroPrices, levels: shop.priceLevels },
  owned: shop.owned,
  ...(shop.guard && { guard: guardLimits(shop.guard) }),
  ...(shop.importableStates && { importableStates: shop.importableStates }),
});

const guardLimits = (guard: NonNullable<ShopConfiguration['guard']>): GuardLimits => ({
  percent: defined({
    deactivated: guard.deactivatedPercent,
    repriced: guard.repricedPercent,
    emptied: guard.emptiedPercent,
  }),
  atLeast: guard.atLeast,
});

export const shopSpec = (shop: ShopConfiguration): ShopSpec => {
  const { url, ...store } = storeOptions(shop);
  const { sideStore: sideUrl, cms, decorators } = shop;
  return { url, sideUrl, store, cms, decorators, ...defined({ transforms: transformsSpec(shop) }) };
};

/** None where nothing is transformed: the shop is then asked without a step between. */
function transformsSpec(shop: ShopConfiguration): TransformsSpec | undefined {
  const { name, transforms: modules, fieldMaps, finalState, transformTimeoutMs: timeoutMs } = shop;
  if (modules.length === 0 && fieldMaps === undefined) return undefined;
  return { shop: name, modules, timeoutMs, ...defined({ fieldMaps, finalState }) };
}

/** None where no message is transformed as XML. */
export const sheetsOptions = ({
  sheets,
  sheetTimeoutMs,
  sheetBytes,
}: ShopConfiguration): SheetsOptions | undefined =>
  sheets === undefined ? undefined : { folder: sheets, timeoutMs: sheetTimeoutMs, mostBytes: sheetBytes };

export const wireOptions = (shop: ShopConfiguration): WireOptions => ({
  profile: shop.profile,
  unescapeQuotes: shop.unescapeQuotes,
  clearable: new Set<string>(shop.clearable),
  taxGroups: new Map<string, Decimal>(Object.entries(shop.taxGroups)),
  centimetresPerUnit: shop.centimetresPerUnit,
  kilogramsPerUnit: shop.kilogramsPerUnit,
});

/** How a shop's endpoint reads and answers. */
export const servedSettings = (shop: ShopConfiguration): Omit<ServedShop, 'shop' | 'keys' | 'journal'> => ({
  name: shop.name,
  wire: wireOptions(shop),
  language: shop.language,
  priceRuleMode: shop.priceRules,
  // Where the ERP has other names for states, what names the shop's own is no word of the ERP's: see transformsSpec.
  ...(shop.fieldMaps?.orderStates === undefined && defined({ finalState: shop.finalState })),
});

export const endpointLimits = (limits: Configuration['limits']): EndpointLimits => ({
  bodyBytes: limits.bodyBytes,
  decompressedBytes: limits.decompressedBytes,
  xml: {
    ...DEFAULT_LIMITS.xml,
    depth: limits.xmlDepth,
    nameLength: limits.nameBytes,
    fieldLength: limits.fieldCharacters,
  },
  nameBytes: limits.nameBytes,
  fieldBytes: limits.fieldCharacters,
  parts: limits.parts,
  unauthenticatedMemoryBytes: limits.unauthenticatedMemoryBytes,
  spoolBytesPerRequest: limits.spoolBytesPerRequest,
  spoolBytes: limits.spoolBytes,
  spoolRequests: limits.spoolRequests,
});

/** Characters of each request and each reply that the journal keeps: none is prepared that would not be. */
export const payloadCharacters = ({ record, payloadBytes }: Configuration['journal']): number =>
  record === 'everything' ? payloadBytes : 0;

export const apiLimits = ({ api, limits }: Configuration): ApiLimits => ({
  requestsPerMinute: api.requestsPerMinute,
  bodyBytes: api.bodyBytes,
  bodySeconds: limits.idleSeconds,
});
