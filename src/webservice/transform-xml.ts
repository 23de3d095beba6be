import { fail } from '../domain/error.ts';
import type { TransformationTrace } from '../domain/transformation.ts';
import { describe } from '../shop/wording.ts';
import { readDocument } from '../wire/xml/document.ts';
import type { XmlElement } from '../wire/xml/element.ts';
import { decodedNames, encodedNames } from '../wire/xml/encoded-names.ts';
import { decodeText } from '../wire/xml/text.ts';
import { writeDocument, XML_DECLARATION } from '../wire/xml/writer.ts';
import type { Handled } from './handler.ts';
import type { WholeMessage } from './handlers/table.ts';
import type { EndpointLimits } from './limits.ts';
import type { ServedShop } from './served-shop.ts';
import { traceXmlStep } from './trace-xml.ts';

interface Transforming {
  readonly resource: string;
  readonly served: Pick<ServedShop, 'transformXml' | 'language'>;
  /** Told what each sheet changed. */
  readonly trace?: TransformationTrace;
}

interface Reading extends Transforming {
  readonly message: Pick<WholeMessage, 'requestShape'>;
  readonly limits: Pick<EndpointLimits, 'xml'>;
}

type Transform = (xml: Uint8Array) => Promise<Uint8Array | undefined>;

function traced(
  moment: 'request' | 'reply',
  { resource, served, trace }: Transforming,
): Transform | undefined {
  const transform = served.transformXml?.of(resource, moment);
  return transform && ((xml) => transform(xml, trace && ((step) => traceXmlStep(trace, step, moment))));
}

/**
 * The request after its transformation; `sent` is how it is read without. What only our own reader understands is
 * handed on in well-formed XML, with its names encoded.
 */
export async function transformedRequest(
  bytes: Uint8Array,
  sent: XmlElement,
  reading: Reading,
): Promise<XmlElement> {
  const transform = traced('request', reading);
  if (!transform) return sent;
  // Our own rules tell which encoding it is in, whatever it declares.
  const transformed = await transform(Buffer.from(decodeText(bytes).replace(DECLARATION, '')));
  if (transformed) return readTransformed(transformed, reading);
  const encoded = await transform(Buffer.from(writeDocument(encodedNames(sent))));
  if (!encoded) throw fail('xml_unreadable', { line: 1, column: 1 });
  return decodedNames(readTransformed(encoded, reading));
}

function readTransformed(bytes: Uint8Array, { message, limits, served, resource }: Reading): XmlElement {
  const read = readDocument(Buffer.from(withoutDeclaration(bytes)), message.requestShape, limits.xml);
  if (read.ok) return read.value;
  const expected = describe(read.problem, served.language);
  throw fail('sheet_result', { hook: `${resource}.request`, expected });
}

/** The reply after its transformation; it begins with the declaration that every reply has. Lists stream, and have none. */
export async function transformedReply(handled: Handled, transforming: Transforming): Promise<Handled> {
  const { reply } = handled;
  const { resource } = transforming;
  const transform = traced('reply', transforming);
  if (!transform || handled.problem || typeof reply !== 'string') return handled;
  const transformed = await transform(Buffer.from(reply));
  const text = transformed ? withoutDeclaration(transformed) : '';
  if (!text.startsWith('<'))
    throw fail('sheet_result', { hook: `${resource}.reply`, expected: '<connecteur>…' });
  return { ...handled, reply: `${XML_DECLARATION}\n${text}` };
}

const DECLARATION = /^\s*<\?xml\s[^>]*\?>\s*/;
const utf8 = new TextDecoder();

/** What it says of the encoding need not be true. */
const withoutDeclaration = (xml: Uint8Array): string => utf8.decode(xml).replace(DECLARATION, '');
