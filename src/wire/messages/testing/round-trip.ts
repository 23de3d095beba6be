import type { Decimal } from '../../../domain/decimal.ts';
import type { Decoded } from '../../../domain/problem.ts';
import { readDocument } from '../../xml/document.ts';
import type { Shape, XmlElement } from '../../xml/element.ts';
import { writeDocument } from '../../xml/writer.ts';
import type { WireOptions, WireRequest } from '../codec.ts';

const ONE = '1' as Decimal;

export const PLAIN_OPTIONS: WireOptions = {
  profile: 'v3',
  unescapeQuotes: true,
  clearable: new Set(),
  taxGroups: new Map(),
  centimetresPerUnit: ONE,
  kilogramsPerUnit: ONE,
};

export function readXml(xml: string, roots: Shape): XmlElement {
  return decodedValue(readDocument(new TextEncoder().encode(xml), roots));
}

export function decodedValue<T>(decoded: Decoded<T>): T {
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problem));
  return decoded.value;
}

/** A request as the other side receives it: its XML written out and read again. */
export function sent(request: WireRequest, roots: Shape): WireRequest {
  const { document, ...rest } = request;
  return document ? { ...rest, document: readXml(writeDocument(document), roots) } : rest;
}

export const EMPTY_REQUEST: WireRequest = { variables: new Map(), files: new Map() };

export const posted = (variables: Record<string, string>, document?: XmlElement): WireRequest => ({
  variables: new Map(Object.entries(variables)),
  files: new Map(),
  ...(document ? { document } : {}),
});

export async function joined(texts: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const part of texts) all += part;
  return all;
}

export async function* inBatches<T>(items: readonly T[], size = 2): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
