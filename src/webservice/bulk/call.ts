import type { EndpointOptions } from '../endpoint-options.ts';
import type { FormPart } from '../intake/form-part.ts';
import type { ServedShop } from '../served-shop.ts';
import { type BulkReport, type BulkRequest, type BulkResource, processBulk } from './bulk.ts';

/** A bulk message whose sender is known. */
export interface BulkCall {
  readonly resource: BulkResource;
  readonly served: ServedShop;
  readonly key: string;
  readonly compression: string | undefined;
  /** The exchange's id. */
  readonly exchange: string;
}

export type BulkOptions = Pick<EndpointOptions, 'limits' | 'payloadCharacters' | 'runBulk'>;

/** A bulk message this small costs less here than on its way to another thread. */
const SMALL_BYTES = 256 << 10;

/** Runs a bulk message whose bytes are all here, in memory or in the spool. */
export function runHeldBulk(call: BulkCall, data: FormPart, options: BulkOptions): Promise<BulkReport> {
  const request = bulkRequest(call, options);
  return data.size <= SMALL_BYTES
    ? processBulk(call.served.shop, request, data.source())
    : options.runBulk(request, data.source());
}

export const bulkRequest = (call: BulkCall, options: BulkOptions): BulkRequest => ({
  shopName: call.served.name,
  resource: call.resource,
  exchange: call.exchange,
  key: call.key,
  compression: call.compression,
  wire: call.served.wire,
  priceRuleMode: call.served.priceRuleMode,
  decompressedBytes: options.limits.decompressedBytes,
  xml: options.limits.xml,
  beginningBytes: options.payloadCharacters,
});
