import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Exchange } from '../../shop/journal.ts';

/** What is kept of an exchange's words. */
export type Payload = Pick<Exchange, 'request' | 'isRequestCut' | 'variables' | 'reply'>;

/** Beyond it, what deflate needs to begin with does not count any more. */
const SMALL_CHARACTERS = 16_384;
/** A record's message is short: setting up the usual tables would cost more than compressing it. */
const FOR_SMALL = { level: 1, memLevel: 4, windowBits: 12, chunkSize: 2048 };
const FOR_LARGE = { level: 1 };

/** Compressed, as text that every database keeps and copies alike: base64 of deflate of JSON. */
export function packPayload(payload: Payload): string {
  const json = JSON.stringify(payload);
  const options = json.length <= SMALL_CHARACTERS ? FOR_SMALL : FOR_LARGE;
  return deflateRawSync(json, options).toString('base64');
}

export const unpackPayload = (content: string): Payload =>
  JSON.parse(inflateRawSync(Buffer.from(content, 'base64')).toString());
