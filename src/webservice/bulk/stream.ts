import { fail } from '../../domain/error.ts';
import type { Identify } from '../identify.ts';
import { type BulkReport, isBulkResource } from './bulk.ts';
import { type BulkCall, type BulkOptions, bulkRequest } from './call.ts';
import { type Channel, createChannel } from './channel.ts';

/** A bulk message that is worked on while it arrives; it takes effect when `finish` was called, the request being right. */
export interface BulkStream {
  /** Gives none where the message cannot be worked on before all of it is here. */
  start(variables: ReadonlyMap<string, string>, firstBytes: Uint8Array): Promise<Channel | undefined>;
  /** Gives none where nothing was started. */
  finish(): Promise<BulkReport | undefined>;
  /** Lets go of a message that `finish` never saw; it changes nothing. */
  abandon(): void;
}

interface Caller {
  readonly identify: Identify;
  /** The exchange's id. */
  readonly exchange: string;
}

export function createBulkStream(options: BulkOptions, caller: Caller): BulkStream {
  let running: { readonly channel: Channel; readonly report: Promise<BulkReport> } | undefined;
  return {
    async start(variables, firstBytes) {
      const call = await streamableCall(variables, firstBytes, caller);
      if (!call) return undefined;
      const channel = createChannel();
      const report = options.runBulk(bulkRequest(call, options), channel.source);
      // Awaited in finish; a request that breaks off before never gets there.
      report.catch(() => {});
      running = { channel, report };
      return channel;
    },
    async finish() {
      running?.channel.end();
      return running?.report;
    },
    abandon: () => running?.channel.fail(fail('body_incomplete')),
  };
}

async function streamableCall(
  variables: ReadonlyMap<string, string>,
  firstBytes: Uint8Array,
  { identify, exchange }: Caller,
): Promise<BulkCall | undefined> {
  const resource = variables.get('resource')?.trim() ?? '';
  const key = variables.get('key')?.trim() ?? '';
  const compression = variables.get('compression');
  // A `compression` that comes after `data` can only be expected where the bytes are no XML.
  if (!isBulkResource(resource) || (compression === undefined && !looksLikeXml(firstBytes))) return undefined;
  const served = await identify(key);
  return served && { resource, served, key, compression, exchange };
}

const XML_STARTS = new Set([...'<\ufeff \t\r\n'].map((character) => Buffer.from(character)[0]));
const looksLikeXml = (bytes: Uint8Array): boolean => XML_STARTS.has(bytes[0]);
