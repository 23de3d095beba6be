import { compress, compressAll, type WrittenCompression } from '../../wire/compression/compress.ts';
import { type Form, type Part, writeForm } from '../../wire/form/writer.ts';
import type { WireRequest } from '../../wire/messages/codec.ts';
import { leaf, type XmlElement } from '../../wire/xml/element.ts';
import { streamDocument, writeDocument } from '../../wire/xml/writer.ts';
import type { Dialect } from './dialect.ts';

export interface Heading {
  readonly key: string;
  /** Empty for the one message without a resource: the push of a document. */
  readonly resource: string;
  readonly compression: WrittenCompression;
}

/** A message whose variables, document and files are all here. */
export function formFromRequest(request: WireRequest, heading: Heading, dialect: Dialect): Form {
  const { document, variables, files } = request;
  const children = document && [...routingElements(heading, dialect), ...document.children];
  const xml = document && children && writeDocument({ ...document, children }, dialect.declaration);
  const data =
    xml === undefined ? undefined : compressAll(new TextEncoder().encode(xml), heading.compression);
  const compression = data ? heading.compression : '0';
  const beside = [...headingParts({ ...heading, compression }, dialect), ...variables, ...files];
  return writeForm(inOrder(beside, data, dialect), dialect);
}

/** A bulk message: what stands in its root, sent while it is made. */
export function formFromStream(content: AsyncIterable<string>, heading: Heading, dialect: Dialect): Form {
  const xml = streamDocument(content, {
    head: routingElements(heading, dialect),
    declaration: dialect.declaration,
  });
  const data = compress(encoded(xml), heading.compression);
  return writeForm(inOrder(headingParts(heading, dialect), data, dialect), dialect);
}

function inOrder(
  beside: readonly Part[],
  data: Part[1] | undefined,
  { fieldOrder }: Dialect,
): readonly Part[] {
  if (data === undefined) return beside;
  return fieldOrder === 'data-first' ? [['data', data], ...beside] : [...beside, ['data', data]];
}

/** A push is known by having no `data`: its key can only be a variable. */
const headingParts = ({ key, resource, compression }: Heading, { routing }: Dialect): readonly Part[] => [
  ...(routing !== 'xml' || resource === '' ? [['key', key] as const] : []),
  ...(routing !== 'xml' && resource !== '' ? [['resource', resource] as const] : []),
  ...(compression === '0' ? [] : [['compression', compression] as const]),
];

const routingElements = ({ key, resource }: Heading, { routing }: Dialect): readonly XmlElement[] =>
  routing === 'variables' ? [] : [leaf('resource', resource), leaf('key', key)];

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) if (text !== '') yield encoder.encode(text);
}
