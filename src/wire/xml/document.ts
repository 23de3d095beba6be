import { PasserelleError } from '../../domain/error.ts';
import { type Decoded, decoded, type Problem, problem, rejected } from '../../domain/problem.ts';
import type { Shape, XmlElement } from './element.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from './limits.ts';
import { createTextDecoding } from './text.ts';
import { TreeReader } from './tree.ts';

/**
 * Reads a small message whole. `shape` is that of the document, so its children are the possible roots
 * (`shape({ connecteur, clients })`); a root of another name is taken too, all its children being text fields.
 * Warnings: `encoding_guessed`, `trailing_ignored`.
 */
export function readDocument(
  bytes: Uint8Array,
  shape: Shape,
  limits: XmlLimits = DEFAULT_XML_LIMITS,
): Decoded<XmlElement> {
  const warnings: Problem[] = [];
  const roots: XmlElement[] = [];
  const reader = new TreeReader({
    shape,
    limits,
    recordName: undefined,
    onRecord: (record) => roots.push(record),
    onField: () => undefined,
    onWarning: (warning) => warnings.push(warning),
  });
  const decoding = createTextDecoding();
  try {
    for (const piece of pieces(bytes)) reader.write(decoding.decode(piece));
    reader.write(decoding.end());
    reader.end();
  } catch (error) {
    if (error instanceof PasserelleError) return rejected(error.problem);
    throw error;
  }
  if (decoding.guessed !== undefined) warnings.unshift(encodingGuessed(decoding.guessed));
  const [root] = roots;
  return root === undefined ? rejected(problem('xml_empty')) : decoded(root, warnings);
}

export const encodingGuessed = (encoding: string): Problem =>
  problem('encoding_guessed', { value: encoding });

const PIECE = 64 * 1024;

/** Bytes in portions that keep what is read at once small. */
export function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
