import { gunzipSync, inflateSync } from 'node:zlib';

/** The variables of a form as bytes; of a name that comes twice the last. A text says why it cannot be read. */
export type Form = ReadonlyMap<string, Buffer>;

export interface FormSource {
  readonly body: Buffer;
  readonly contentType: string;
  readonly contentEncoding: string;
}

export function parseForm({ body, contentType, contentEncoding }: FormSource): Form | string {
  const plain = decodeContent(body, contentEncoding);
  if (typeof plain === 'string') return plain;
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return parseUrlEncoded(plain);
  if (type !== 'multipart/form-data') return `Content-Type: ${contentType || '–'}`;
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  return boundary === undefined ? 'boundary?' : parseMultipart(plain, boundary);
}

const MAX_BODY = 256 * 1024 * 1024;

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '': (bytes) => bytes,
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, { maxOutputLength: MAX_BODY }),
  deflate: (bytes) => inflateSync(bytes, { maxOutputLength: MAX_BODY }),
};

function decodeContent(body: Buffer, encoding: string): Buffer | string {
  const decode = DECODERS[encoding.trim().toLowerCase()];
  if (!decode) return `Content-Encoding: ${encoding}`;
  try {
    return decode(body);
  } catch (error) {
    return `Content-Encoding: ${encoding}: ${String(error)}`;
  }
}

function parseMultipart(body: Buffer, boundary: string): Form | string {
  // The first boundary has no line break before it.
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`);
  const end = parts.pop() ?? '';
  if (parts.length < 2 || !end.startsWith('--')) return `--${boundary}--?`;
  const form = new Map<string, Buffer>();
  for (const part of parts.slice(1)) {
    const [, head, value] = /^[ \t]*\r\n([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(part) ?? [];
    const [, name] = /^content-disposition:\s*form-data;.*?\bname="([^"]*)"/im.exec(head ?? '') ?? [];
    if (name === undefined || value === undefined) return 'Content-Disposition?';
    form.set(Buffer.from(name, 'latin1').toString('utf8'), Buffer.from(value, 'latin1'));
  }
  return form;
}

function parseUrlEncoded(body: Buffer): Form {
  const pairs = body.toString('latin1').split('&');
  return new Map(
    pairs
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.indexOf('=');
        const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
        return [percentDecoded(name).toString('utf8'), percentDecoded(value)];
      }),
  );
}

/** Bytes, not characters: `data` may be compressed. */
const percentDecoded = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
