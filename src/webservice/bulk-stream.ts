import { fail } from '../domain/error.ts';
import { problem } from '../domain/problem.ts';
import type { BulkResult } from '../shop/shop.ts';
import { RESOURCES } from '../wire/messages/resources.ts';
import { type BulkReport, type BulkRequest, type BulkResource, isBulkResource, processBulk } from './bulk.ts';
import { type Channel, createChannel } from './channel.ts';
import type { EndpointOptions } from './endpoint-options.ts';
import type { OpenExchange } from './exchange.ts';
import type { Handled } from './handled.ts';
import type { HeldPart } from './held-part.ts';
import type { Identify } from './identify.ts';
import type { ServedShop } from './served-shop.ts';

export interface BulkCall {
  readonly resource: BulkResource;
  readonly served: ServedShop;
  readonly key: string;
  readonly compression: string | undefined;
  readonly exchange: OpenExchange;
  readonly options: EndpointOptions;
}

/** A bulk message this small costs less here than on its way to another thread. */
const SMALL_BYTES = 256 << 10;

/** A bulk message whose bytes are all here, in memory or in the spool. */
export async function handleBulk(call: BulkCall, data: HeldPart): Promise<Handled> {
  const request = bulkRequest(call);
  const report = await (data.size <= SMALL_BYTES
    ? processBulk(call.served.shop, request, data.source())
    : call.options.runBulk(request, data.source()));
  return bulkReply(report, call);
}

/** A bulk message that is worked on while it arrives; it takes effect when `finish` has seen the rest of the request. */
export interface BulkStream {
  readonly started: boolean;
  start(variables: ReadonlyMap<string, string>, firstBytes: Uint8Array): Promise<Channel | undefined>;
  finish(resource: string): Promise<Handled>;
  /** Lets go of a message that `finish` never saw; it changes nothing. */
  abandon(): void;
}

export function createBulkStream(options: {
  readonly options: EndpointOptions;
  readonly identify: Identify;
  readonly exchange: OpenExchange;
}): BulkStream {
  let running:
    | { readonly call: BulkCall; readonly channel: Channel; readonly report: Promise<BulkReport> }
    | undefined;
  return {
    get started() {
      return running !== undefined;
    },
    async start(variables, firstBytes) {
      const call = await streamableCall(variables, firstBytes, options);
      if (!call) return undefined;
      const channel = createChannel();
      const report = options.options.runBulk(bulkRequest(call), channel.source);
      // Awaited in finish; a request that breaks off before never gets there.
      report.catch(() => {});
      running = { call, channel, report };
      return channel;
    },
    async finish(resource) {
      if (!running) throw fail('resource_missing');
      const { call, channel, report } = running;
      if (resource !== call.resource)
        throw fail('value_conflict', { field: 'resource', value: resource, expected: call.resource });
      channel.end();
      return bulkReply(await report, call);
    },
    abandon: () => running?.channel.fail(fail('body_incomplete')),
  };
}

async function streamableCall(
  variables: ReadonlyMap<string, string>,
  firstBytes: Uint8Array,
  { options, identify, exchange }: Parameters<typeof createBulkStream>[0],
): Promise<BulkCall | undefined> {
  const resource = variables.get('resource')?.trim();
  const key = variables.get('key')?.trim() ?? '';
  const compression = variables.get('compression');
  // A `compression` that comes after `data` can only be expected where the bytes are no XML.
  if (!isBulkResource(resource) || (compression === undefined && !looksLikeXml(firstBytes))) return undefined;
  const served = await identify(key);
  return served && { resource, served, key, compression, exchange, options };
}

const XML_STARTS = new Set([...'<\ufeff \t\r\n'].map((character) => Buffer.from(character)[0]));
const looksLikeXml = (bytes: Uint8Array): boolean => XML_STARTS.has(bytes[0]);

function bulkRequest({ resource, served, key, compression, options }: BulkCall): BulkRequest {
  return {
    shopName: served.name,
    resource,
    key,
    compression,
    wire: served.wire,
    priceRuleMode: served.priceRuleMode,
    decompressedBytes: options.limits.decompressedBytes,
    xml: options.limits.xml,
    headBytes: options.payloadCharacters,
  };
}

const FEW = 5;

function bulkReply(report: BulkReport, { resource, served, exchange }: BulkCall): Handled {
  exchange.request = report.head;
  if (!report.ok) throw fail(report.problem.reason, report.problem);
  const { result, records } = report;
  const counts = { reference: '', records: () => records, warnings: result.warnings };
  if (result.refusedCount === 0)
    return {
      ...counts,
      reply: RESOURCES[resource].codec.encodeReply(served.wire),
      outcome: bulkOutcome(result),
    };
  const saved = result.created + result.updated + result.unchanged;
  const refusal = problem('records_refused', {
    saved,
    refused: result.refusedCount,
    details: result.refused.slice(0, FEW),
  });
  return { ...counts, reply: '', problem: refusal, outcome: saved === 0 ? 'refused' : 'partly' };
}

function bulkOutcome({ warningCount, created, updated, retired }: BulkResult): Handled['outcome'] {
  if (warningCount > 0) return 'warning';
  return created + updated + retired === 0 ? 'unchanged' : 'success';
}
