import { deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import type { Exchange } from '../../shop/journal.ts';
import { COMMON_TEXT } from './common-text.ts';

/** What is kept of an exchange's words. */
export type Payload = Pick<Exchange, 'request' | 'isRequestCut' | 'variables' | 'reply' | 'transformed'>;

/** What is shorter stays as it is: there is nothing to gain. */
const PLAIN_CHARACTERS = 256;
/** Beyond it, what deflate needs to begin with does not count any more, nor what messages have in common. */
const SMALL_CHARACTERS = 16_384;
const DICTIONARY = { dictionary: Buffer.from(COMMON_TEXT) };
/** A record's message is short: setting up the usual tables would cost more than compressing it. The window has room for the dictionary. */
const FOR_SMALL: ZlibOptions = { level: 1, memLevel: 4, windowBits: 13, chunkSize: 2048, ...DICTIONARY };
const FOR_LARGE: ZlibOptions = { level: 1 };

/** Before what refers to the common text: neither JSON nor base64 begins so. */
const COMMON = '.';

/** As text that every database keeps and copies alike: JSON, or base64 of deflate of it. */
export function packPayload(payload: Payload): string {
  const json = JSON.stringify(payload);
  if (json.length <= PLAIN_CHARACTERS) return json;
  if (json.length > SMALL_CHARACTERS) return deflateRawSync(json, FOR_LARGE).toString('base64');
  return COMMON + deflateRawSync(json, FOR_SMALL).toString('base64');
}

export function unpackPayload(content: string): Payload {
  if (content.startsWith('{')) return JSON.parse(content);
  const isCommon = content.startsWith(COMMON);
  const deflated = Buffer.from(isCommon ? content.slice(COMMON.length) : content, 'base64');
  return JSON.parse(inflateRawSync(deflated, isCommon ? DICTIONARY : {}).toString());
}
