import { fail, PasserelleError } from '../../domain/error.ts';
import type { Decoded } from '../../domain/problem.ts';
import { holdsDocument, readReplyDocument, textOfPage } from '../../wire/messages/replies/reply-document.ts';
import type { Shape, XmlElement } from '../../wire/xml/element.ts';
import type { RemoteReply } from './attempt.ts';

/**
 * Reads a reply. Throws `shop_unavailable` (the shop says 5xx), `remote_error` (it says what is wrong, in whatever
 * form), or what makes the reply unreadable.
 */
export function readReply<Value>(
  reply: RemoteReply,
  { shape, decode }: { readonly shape: Shape; decode(root: XmlElement): Decoded<Value> },
): Value {
  checkStatus(reply);
  const isSuccess = reply.status >= 200 && reply.status < 300;
  const root = readReplyDocument(reply.bytes, shape);
  const decoded = root.ok ? decode(root.value) : root;
  if (decoded.ok && isSuccess) return decoded.value;
  if (decoded.ok) throw statusError(reply);
  const { problem } = decoded;
  if (problem.reason === 'remote_error') throw new PasserelleError(problem);
  if (!isSuccess) throw statusError(reply);
  const isPage = problem.reason === 'reply_unexpected' && problem.value?.toLowerCase() === 'html';
  const says = isPage || holdsDocument(reply.bytes) ? '' : textOfPage(reply.bytes);
  throw says === '' ? new PasserelleError(problem) : fail('remote_error', { value: cut(says) });
}

/** Throws as readReply does unless the status is 200 exactly: what the push of a document goes by. */
export function checkPushed(reply: RemoteReply): void {
  checkStatus(reply);
  if (reply.status !== 200) throw statusError(reply);
}

function checkStatus({ status, location }: RemoteReply): void {
  if (status >= 500) throw fail('shop_unavailable', { value: `HTTP ${status}` });
  if (status >= 300 && status < 400) {
    const target = location === undefined ? '' : `, Location: ${cut(location)}`;
    throw fail('remote_error', { value: `HTTP ${status}${target}` });
  }
}

const statusError = ({ status, bytes }: RemoteReply): PasserelleError =>
  fail('remote_error', { value: `HTTP ${status} ${cut(textOfPage(bytes))}`.trim() });

const LONGEST_QUOTED = 500;
const cut = (text: string): string => text.slice(0, LONGEST_QUOTED);
