import { deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import type { Exchange } from '../../shop/journal.ts';
import { COMMON_TEXT } from './common-text.ts';

/** What is kept of an exchange's words. */
export type Payload = Pick<Exchange, 'request' | 'isRequestCut' | 'variables' | 'reply' | 'transformed'>;

/** What is shorter stays as it is: compressing the message of a record would be a third of what recording it costs, for some hundred bytes. */
const PLAIN_CHARACTERS = 1536;
/** Beyond it, what messages have in common does not count any more, nor what deflate needs to begin with. */
const SHORT_CHARACTERS = 16_384;

const DICTIONARY = { dictionary: Buffer.from(COMMON_TEXT) };
/** The window has room for the dictionary and a message; the usual tables would take longer to set up than to use. */
const FOR_SHORT: ZlibOptions = { level: 1, memLevel: 4, windowBits: 13, chunkSize: 2048, ...DICTIONARY };
const FOR_LONG: ZlibOptions = { level: 1 };

/** Before what refers to the common text: neither JSON nor base64 begins so. */
const COMMON = '.';

/** As text that every database keeps and copies alike: JSON, or base64 of deflate of it. */
export function packPayload(payload: Payload): string {
  const json = JSON.stringify(payload);
  if (json.length <= PLAIN_CHARACTERS) return json;
  if (json.length > SHORT_CHARACTERS) return deflateRawSync(json, FOR_LONG).toString('base64');
  return COMMON + deflateRawSync(json, FOR_SHORT).toString('base64');
}

export function unpackPayload(content: string): Payload {
  if (content.startsWith('{')) return JSON.parse(content);
  const isCommon = content.startsWith(COMMON);
  const deflated = Buffer.from(isCommon ? content.slice(COMMON.length) : content, 'base64');
  return JSON.parse(inflateRawSync(deflated, isCommon ? DICTIONARY : {}).toString());
}
