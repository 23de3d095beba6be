import { type Problem, problem } from '../../../domain/problem.ts';
import { child, foldName, leaf, node, type XmlElement } from '../../xml/element.ts';
import { writeDocument } from '../../xml/writer.ts';

/** `<connecteur><error>…`: the reply for whatever the caller can act on (seed §4). */
export const encodeError = (sentence: string): string =>
  writeDocument(node('connecteur', [leaf('error', sentence)]));

const LONGEST_REMOTE_ERROR = 500;

/** What makes a reply no success: an `<error>` in it, or a document that is no reply of this protocol. */
export function replyProblem(root: XmlElement): Problem | undefined {
  const error = foldName(root.name) === 'error' ? root : child(root, 'error');
  if (error) return problem('remote_error', { value: error.text.trim().slice(0, LONGEST_REMOTE_ERROR) });
  if (foldName(root.name) === 'connecteur') return undefined;
  return problem('reply_unexpected', { value: root.name });
}
