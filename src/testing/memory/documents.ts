import { isDeepStrictEqual } from 'node:util';
import { problem } from '../../domain/problem.ts';
import type { DocumentFile, SalesDocument, SalesDocumentChange } from '../../domain/sales-document.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { sha256 } from './changes.ts';
import { isKnownEmail } from './customers.ts';
import type { MemoryState } from './state.ts';

/** What the change does not carry stays as an earlier one left it. */
export function saveSalesDocument(state: MemoryState, change: SalesDocumentChange): SaveResult {
  const { file, ...said } = change;
  const { email } = said;
  const stored = state.documents.get(change.number);
  // `other` is what a number without a known prefix gives: it says nothing.
  const type = said.type === 'other' ? (stored?.type ?? said.type) : said.type;
  const next: SalesDocument = {
    ...stored,
    ...said,
    type,
    ...(file ? { file: storedFile(state, file) } : {}),
  };
  const unknown = email !== undefined && !isKnownEmail(state, email);
  const warnings = unknown
    ? [problem('email_unknown', { entity: 'document', record: change.number, value: email })]
    : [];
  if (stored && isDeepStrictEqual(stored, next)) return { outcome: 'unchanged', warnings };
  state.documents.set(change.number, next);
  return { outcome: stored ? 'updated' : 'created', warnings };
}

function storedFile(state: MemoryState, { type, bytes }: DocumentFile): NonNullable<SalesDocument['file']> {
  const digest = sha256(bytes);
  state.blobs.set(digest, bytes);
  return { type, sha256: digest, bytes: bytes.length };
}
