import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Exchange } from '../../shop/journal.ts';

/** What is kept of an exchange's words. */
export type Payload = Pick<Exchange, 'request' | 'isRequestCut' | 'variables' | 'reply' | 'transformed'>;

/** What is shorter stays as it is: compressed and in base64 it would take half the room, for half of the time that recording takes. */
const PLAIN_CHARACTERS = 2048;
/** Beyond it, what deflate needs to begin with does not count any more. */
const SMALL_CHARACTERS = 16_384;
/** A record's message is short: setting up the usual tables would cost more than compressing it. */
const FOR_SMALL = { level: 1, memLevel: 3, windowBits: 11, chunkSize: 2048 };
const FOR_LARGE = { level: 1 };

/** As text that every database keeps and copies alike: JSON, or base64 of deflate of it. */
export function packPayload(payload: Payload): string {
  const json = JSON.stringify(payload);
  if (json.length <= PLAIN_CHARACTERS) return json;
  const options = json.length <= SMALL_CHARACTERS ? FOR_SMALL : FOR_LARGE;
  return deflateRawSync(json, options).toString('base64');
}

// Base64 has no brace.
export const unpackPayload = (content: string): Payload =>
  JSON.parse(content.startsWith('{') ? content : inflateRawSync(Buffer.from(content, 'base64')).toString());
