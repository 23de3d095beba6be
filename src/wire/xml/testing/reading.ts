import type { Problem } from '../../../domain/problem.ts';
import { readDocument } from '../document.ts';
import { type Shape, shape, type XmlElement } from '../element.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from '../limits.ts';
import { readRecords } from '../records.ts';

/** What the tests of the reader share. */
export const ANY_ROOT = shape({});

/** An element without what a test does not look at. */
export interface Plain {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly Plain[];
}

export function plain({ name, attributes, text, children }: XmlElement): Plain {
  return {
    name,
    ...(Object.keys(attributes).length > 0 && { attributes: { ...attributes } }),
    ...(text !== '' && { text }),
    ...(children.length > 0 && { children: children.map(plain) }),
  };
}

/** The root, or the reason why there is none. */
export function read(
  xml: string,
  shapes: Shape = ANY_ROOT,
  limits: XmlLimits = DEFAULT_XML_LIMITS,
): Plain | Problem {
  const result = readDocument(Buffer.from(xml), shapes, limits);
  return result.ok ? plain(result.value) : result.problem;
}

/** The fields of a root whose children are all text, by name. */
export function fields(inner: string): Readonly<Record<string, string>> | Problem {
  const root = read(`<connecteur>${inner}</connecteur>`);
  if ('reason' in root) return root;
  return Object.fromEntries((root.children ?? []).map(({ name, text = '' }) => [name, text]));
}

export async function* stream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

export interface StreamResult {
  readonly records: readonly XmlElement[];
  readonly fields: readonly XmlElement[];
  readonly warnings: readonly Problem[];
}

export async function readAll(
  chunks: Iterable<Uint8Array>,
  options: { shape: Shape; recordName: string; limits?: XmlLimits },
): Promise<StreamResult> {
  const records: XmlElement[] = [];
  const fields: XmlElement[] = [];
  const warnings: Problem[] = [];
  const batches = readRecords(stream(chunks), {
    ...options,
    onField: (field) => fields.push(field),
    onWarning: (warning) => warnings.push(warning),
  });
  for await (const batch of batches) records.push(...batch);
  return { records, fields, warnings };
}
