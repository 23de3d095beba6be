import { randomBytes } from 'node:crypto';

/** What is posted. */
export interface Form {
  readonly contentType: string;
  /** Whole, or in chunks as they come. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

export type Part = readonly [
  name: string,
  value: string | Uint8Array | AsyncIterable<Uint8Array>,
  /** Of a multipart form. */
  filename?: string,
];

export interface FormSyntax {
  readonly form: 'multipart' | 'urlencoded';
  /** Makes a multipart form's boundary; random by default. */
  readonly boundary?: () => string;
}

interface PartHead {
  readonly name: string;
  readonly filename: string | undefined;
}

/** How parts are put into a body. */
interface Syntax {
  readonly contentType: string;
  start(head: PartHead, isFirst: boolean): Uint8Array;
  /** A value, or any piece of one. */
  encode(bytes: Uint8Array): Uint8Array;
  readonly end: Uint8Array;
}

/** A form of these parts, in this order; a part that streams makes the whole body stream. */
export function writeForm(parts: readonly Part[], { form, boundary }: FormSyntax): Form {
  const syntax = form === 'multipart' ? multipart((boundary ?? randomBoundary)()) : URLENCODED;
  const pieces = parts.flatMap(([name, value, filename], index) => [
    syntax.start({ name, filename }, index === 0),
    isStream(value) ? encodedStream(value, syntax) : syntax.encode(asBytes(value)),
  ]);
  return { contentType: syntax.contentType, body: joined([...pieces, syntax.end]) };
}

function joined(pieces: readonly (Uint8Array | AsyncIterable<Uint8Array>)[]): Form['body'] {
  const whole = pieces.filter((piece) => piece instanceof Uint8Array);
  return whole.length === pieces.length ? Buffer.concat(whole) : concatenated(pieces);
}

async function* concatenated(
  pieces: readonly (Uint8Array | AsyncIterable<Uint8Array>)[],
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield piece;
    else yield* piece;
  }
}

async function* encodedStream(
  source: AsyncIterable<Uint8Array>,
  { encode }: Syntax,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield encode(chunk);
}

const isStream = (value: Part[1]): value is AsyncIterable<Uint8Array> =>
  typeof value === 'object' && Symbol.asyncIterator in value;

const encoder = new TextEncoder();
const asBytes = (value: string | Uint8Array): Uint8Array =>
  typeof value === 'string' ? encoder.encode(value) : value;

/** Long and random: no value holds it. As libcurl makes it. */
const randomBoundary = (): string => `------------------------${randomBytes(12).toString('hex')}`;

/** As libcurl writes it: parts without content type, charset or file name (docs/protocol.md, "Request"). */
const multipart = (boundary: string): Syntax => ({
  contentType: `multipart/form-data; boundary=${boundary}`,
  start: ({ name, filename }, isFirst) => {
    const named = `name="${escapeName(name)}"${filename === undefined ? '' : `; filename="${escapeName(filename)}"`}`;
    return encoder.encode(
      `${isFirst ? '' : '\r\n'}--${boundary}\r\nContent-Disposition: form-data; ${named}\r\n\r\n`,
    );
  },
  encode: (bytes) => bytes,
  end: encoder.encode(`\r\n--${boundary}--\r\n`),
});

const escapeName = (name: string): string =>
  name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));

const URLENCODED: Syntax = {
  contentType: 'application/x-www-form-urlencoded',
  start: ({ name }, isFirst) =>
    Buffer.concat([encoder.encode(isFirst ? '' : '&'), percentEncode(encoder.encode(name)), EQUALS]),
  encode: percentEncode,
  end: new Uint8Array(0),
};

const EQUALS = encoder.encode('=');
const UNRESERVED = /[A-Za-z0-9._~-]/;

/** Each byte as it stands in a form. */
const ENCODED: readonly Uint8Array[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (UNRESERVED.test(character)) return encoder.encode(character);
  return encoder.encode(byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`);
});

function percentEncode(bytes: Uint8Array): Uint8Array {
  const encoded = Buffer.allocUnsafe(bytes.length * 3);
  let length = 0;
  for (const byte of bytes) {
    const written = ENCODED[byte];
    if (!written) continue;
    encoded.set(written, length);
    length += written.length;
  }
  return encoded.subarray(0, length);
}
