import type { Decimal } from '../../domain/decimal.ts';
import type { StoreOptions } from '../../store/options.ts';
import { DEFAULT_LIMITS, type EndpointLimits } from '../../webservice/limits.ts';
import type { WireOptions } from '../../wire/messages/codec.ts';
import type { Configuration, ShopConfiguration } from '../configuration/resolve.ts';

/** From what a person configures to what each part takes. */
export const storeOptions = (shop: ShopConfiguration): StoreOptions => ({
  url: shop.store,
  schema: shop.schema,
  poolSize: shop.postgres.poolSize,
  connectTimeoutMs: shop.postgres.connectSeconds * 1000,
  statementTimeoutMs: shop.postgres.statementSeconds * 1000,
  blobFolder: shop.blobs,
  timeZone: shop.timeZone,
  ...(shop.importableStates && { importableStates: shop.importableStates }),
});

export const wireOptions = (shop: ShopConfiguration): WireOptions => ({
  profile: shop.profile,
  unescapeQuotes: shop.unescapeQuotes,
  clearable: new Set<string>(shop.clearable),
  taxGroups: new Map<string, Decimal>(Object.entries(shop.taxGroups)),
  centimetresPerUnit: shop.centimetresPerUnit,
  kilogramsPerUnit: shop.kilogramsPerUnit,
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
