import { fail } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import { decompress, decompressAll } from '../../wire/compression/decompress.ts';
import { readDocument } from '../../wire/xml/document.ts';
import type { Shape, XmlElement } from '../../wire/xml/element.ts';
import { decodeText } from '../../wire/xml/text.ts';
import type { EndpointOptions } from '../endpoint-options.ts';
import { filePlaceholder, withoutBase64 } from '../kept-base64.ts';
import type { EndpointLimits } from '../limits.ts';
import type { Intake } from './form.ts';
import type { FormPart } from './form-part.ts';

type PayloadOptions = Pick<EndpointOptions, 'limits' | 'payloadCharacters'>;

/** What a message that is read as a whole says, before it is parsed. */
export interface Payload {
  /** The XML; empty when there is none. */
  readonly bytes: Uint8Array;
  /** For the journal: the XML, else the variables; see `Exchange`. */
  readonly request: string;
  /** Whether it is the beginning only. */
  readonly isCut: boolean;
  /** For the journal, beside XML: see `Exchange`. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Messages that are read whole are records of one thing: far below a bulk message's size. */
const LARGEST_WHOLE_DOCUMENT = 256 << 20;
const NOTHING = new Uint8Array();

export async function unpackPayload(
  { data, variables, files }: Intake,
  { limits, payloadCharacters }: PayloadOptions,
): Promise<Payload> {
  const maxBytes = Math.min(LARGEST_WHOLE_DOCUMENT, limits.decompressedBytes);
  const bytes = data ? await unpack(data, variables.get('compression'), maxBytes) : NOTHING;
  const placeholders = [...files].map(([name, content]) => [name, filePlaceholder(content)] as const);
  const said = [...variables, ...placeholders];
  if (bytes.length === 0) return { bytes, request: JSON.stringify(Object.fromEntries(said)), isCut: false };
  const beside = said.filter(([name]) => !ROUTING.has(name));
  return {
    bytes,
    ...keptXml(bytes, payloadCharacters),
    ...(beside.length > 0 && { variables: Object.fromEntries(beside) }),
  };
}

/** Of the address, or of how the XML came: no part of what the message says. */
const ROUTING: ReadonlySet<string> = new Set(['key', 'resource', 'compression', 'url']);

/** In what is longer nobody looks for images. */
const LONGEST_KEPT_BYTES = 16 << 20;
/** What is shorter holds no base64 that would be worth it. */
const SHORT_BYTES = 4096;

function keptXml(bytes: Uint8Array, payloadCharacters: number): Pick<Payload, 'request' | 'isCut'> {
  if (bytes.length <= SHORT_BYTES) return { request: decodeText(bytes), isCut: false };
  if (bytes.length <= LONGEST_KEPT_BYTES) return { request: withoutBase64(decodeText(bytes)), isCut: false };
  return { request: decodeText(bytes.subarray(0, payloadCharacters)), isCut: true };
}

/** What is large is unpacked in steps that let others go on. */
const LARGE_BYTES = 1 << 20;

async function unpack(
  data: FormPart,
  compression: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  if (data.size <= LARGE_BYTES) return decompressAll(await data.bytes(maxBytes), compression, maxBytes);
  return Buffer.concat(await Array.fromAsync(decompress(data.source(), compression, maxBytes)));
}

export interface Parsed {
  /** Absent where there is no XML. */
  readonly document?: XmlElement;
  readonly warnings: readonly Problem[];
}

export function parsePayload({ bytes }: Payload, shape: Shape, limits: EndpointLimits): Parsed {
  if (bytes.length === 0) return { warnings: [] };
  const read = readDocument(bytes, shape, limits.xml);
  if (!read.ok) throw fail(read.problem.reason, read.problem);
  return { document: read.value, warnings: read.warnings };
}
