import { randomBytes } from 'node:crypto';
import { compress, compressAll, type WrittenCompression } from '../../wire/compression/compress.ts';
import type { WireRequest } from '../../wire/messages/codec.ts';
import { writeDocument } from '../../wire/xml/writer.ts';

/** A form as libcurl sends it: parts without content type, charset or filename (docs/protocol.md, "Request"). */
export interface Form {
  readonly contentType: string;
  /** Whole, or in chunks as they come. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface Heading {
  readonly key: string;
  /** Empty for the one message without a resource: the push of a document. */
  readonly resource: string;
  readonly compression: WrittenCompression;
}

type Part = readonly [name: string, value: string | Uint8Array];

/** A message whose variables, document and files are all here. */
export function formFromRequest(request: WireRequest, { key, resource, compression }: Heading): Form {
  const { document, variables, files } = request;
  const data = document && compressAll(encoder.encode(writeDocument(document)), compression);
  const parts: readonly Part[] = [
    ...headingParts({ key, resource, compression: data ? compression : '0' }),
    ...variables,
    ...files,
    ...(data ? [['data', data] as const] : []),
  ];
  const { contentType, start, separator, end } = createEnvelope();
  const bodies = parts.map(([name, value]) => Buffer.concat([start(name), asBytes(value)]));
  return {
    contentType,
    body: Buffer.concat([...bodies.flatMap((body) => [body, separator]).slice(0, -1), end]),
  };
}

/** A bulk message: `data` comes last and is sent while it is made. */
export function formFromStream(xml: AsyncIterable<string>, heading: Heading): Form {
  const { contentType, start, separator, end } = createEnvelope();
  const heads = headingParts(heading).flatMap(([name, value]) => [start(name), asBytes(value), separator]);
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.concat([...heads, start('data')]);
    yield* compress(encoded(xml), heading.compression);
    yield end;
  }
  return { contentType, body: body() };
}

const encoder = new TextEncoder();

const asBytes = (value: string | Uint8Array): Uint8Array =>
  typeof value === 'string' ? encoder.encode(value) : value;

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) if (text !== '') yield encoder.encode(text);
}

const headingParts = ({ key, resource, compression }: Heading): readonly Part[] => [
  ['key', key],
  ...(resource === '' ? [] : [['resource', resource] as const]),
  ...(compression === '0' ? [] : [['compression', compression] as const]),
];

/** What stands around the parts. The boundary is long and random: no value holds it. */
function createEnvelope() {
  const boundary = `------------------------${randomBytes(12).toString('hex')}`;
  const separator = encoder.encode('\r\n');
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    start: (name: string): Uint8Array =>
      encoder.encode(`--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"\r\n\r\n`),
    separator,
    end: encoder.encode(`\r\n--${boundary}--\r\n`),
  };
}

const escapeName = (name: string): string =>
  name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
