import type { Reason } from '../domain/problem.ts';
import type { DocumentFile } from '../domain/sales-document.ts';
import { decodeBase64, latin1 } from './base64.ts';

/** A document as PDF or, from some ERPs, HTML; as bytes, as base64, or (HTML) as plain text. */
export function readDocumentFile(source: Uint8Array | string): DocumentFile | Reason {
  const direct = fileFromBytes(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  // A PDF that went through a text has lost its bytes: only HTML survives that.
  if (direct && (typeof source !== 'string' || direct.type === 'text/html')) return direct;
  const bytes = decodeBase64(typeof source === 'string' ? source : latin1(source));
  if (!bytes) return 'not_base64';
  return fileFromBytes(bytes) ?? 'not_a_file';
}

const WINDOW = 1024;
const HTML = /^(?:\xef\xbb\xbf)?\s*</;

function fileFromBytes(bytes: Uint8Array): DocumentFile | undefined {
  const head = latin1(bytes.subarray(0, WINDOW));
  if (head.includes('%PDF-')) return { type: 'application/pdf', bytes };
  return HTML.test(head) ? { type: 'text/html', bytes } : undefined;
}
