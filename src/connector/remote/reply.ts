import { fail, PasserelleError } from '../../domain/error.ts';
import { type Decoded, problem, quotable } from '../../domain/problem.ts';
import { readDocument } from '../../wire/xml/document.ts';
import type { Shape, XmlElement } from '../../wire/xml/element.ts';
import { DEFAULT_XML_LIMITS } from '../../wire/xml/limits.ts';

/** Beyond this a reply is refused: it is held in memory, and a shop is no more trusted than a caller. */
const MAX_REPLY_BYTES = 256 * 1024 * 1024;

/**
 * Reads a reply. Rejects with `store_unavailable` (the shop says 5xx), `remote_error` (it says what is wrong), or what
 * makes the reply unreadable.
 */
export async function readReply<Value>(
  response: Response,
  { shape, decode }: { readonly shape: Shape; decode(root: XmlElement): Decoded<Value> },
): Promise<Value> {
  if (response.status >= 500) {
    await response.body?.cancel();
    throw fail('store_unavailable', { value: `HTTP ${response.status}` });
  }
  const bytes = await readBytes(response);
  const root = readDocument(bytes, shape, DEFAULT_XML_LIMITS);
  if (!root.ok) throw response.ok ? new PasserelleError(root.problem) : statusError(response, bytes);
  const reply = decode(root.value);
  if (!reply.ok) throw new PasserelleError(reply.problem);
  if (!response.ok) throw statusError(response, bytes);
  return reply.value;
}

const statusError = ({ status }: Response, bytes: Uint8Array): PasserelleError => {
  const text = new TextDecoder().decode(bytes.subarray(0, 1024)).trim();
  return new PasserelleError(problem('remote_error', { value: quotable(`HTTP ${status} ${text}`.trim()) }));
};

async function readBytes(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response.body ?? []) {
    total += chunk.length;
    if (total > MAX_REPLY_BYTES) throw fail('body_too_large', { limit: MAX_REPLY_BYTES });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
