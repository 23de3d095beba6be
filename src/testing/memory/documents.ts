import { isDeepStrictEqual } from 'node:util';
import { problem, quotable } from '../../domain/problem.ts';
import type { DocumentFile, SalesDocument, SalesDocumentChange } from '../../domain/sales-document.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { changedNames, sha256 } from './changes.ts';
import { isKnownEmail } from './customers.ts';
import type { MemoryState, WritableState } from './state.ts';

/** What the change does not carry stays as an earlier one left it. */
export function saveSalesDocument(state: WritableState, change: SalesDocumentChange): SaveResult {
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
    ? [problem('email_unknown', { entity: 'sales_document', record: change.number, value: quotable(email) })]
    : [];
  if (stored && isDeepStrictEqual(stored, next)) return { outcome: 'unchanged', warnings };
  state.documents.set(change.number, next);
  const outcome = stored ? 'updated' : 'created';
  const fields = stored ? changedNames(stored, next) : [];
  state.note({ entity: 'sales_document', key: change.number, operation: outcome, fields });
  return { outcome, warnings };
}

function storedFile(state: MemoryState, { type, bytes }: DocumentFile): NonNullable<SalesDocument['file']> {
  const digest = sha256(bytes);
  state.blobs.set(digest, bytes);
  return { type, sha256: digest, bytes: bytes.length };
}
