import { type Decoded, decoded, rejected } from '../../../domain/problem.ts';
import { profileOf } from '../../profiles.ts';
import { node, type XmlElement } from '../../xml/element.ts';
import { writeDocument } from '../../xml/writer.ts';
import type { WireOptions } from '../codec.ts';
import { replyProblem } from './error.ts';

/** The element that the reply of a resource is in. */
export const replyElement = (resource: string, options: WireOptions): string =>
  profileOf(options).replyElements[resource] ?? resource;

/** The reply that says no more than "done": `<connecteur><update_product/></connecteur>`. */
export const encodeDone = (resource: string, options: WireOptions): string =>
  writeDocument(node('connecteur', [node(replyElement(resource, options), [])]));

/** Every reply without an error is success: shops differ in what they name the element, and some leave it open. */
export function decodeDone(root: XmlElement): Decoded<undefined> {
  const failure = replyProblem(root);
  return failure ? rejected(failure) : decoded(undefined);
}
