const WHITE_SPACE = /\s+/g;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const DATA_URI = /^data:[^,]{0,200};base64,/i;

/** Base64, plain or URL-safe, in one line or many, or a data URI that holds it. Undefined when it is neither. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const [prefix = ''] = DATA_URI.exec(text.slice(0, 256).trimStart()) ?? [];
  const compact = text.trimStart().slice(prefix.length).replace(WHITE_SPACE, '');
  if (!BASE64.test(compact)) return undefined;
  return new Uint8Array(Buffer.from(compact, 'base64'));
}

export const encodeBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Bytes as a text of one character each: base64 that came as a file part. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
